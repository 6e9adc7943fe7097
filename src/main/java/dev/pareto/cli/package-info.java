/// The command line: the use cases of the workbench in text and JSON.
@NullMarked
package dev.pareto.cli;

import org.jspecify.annotations.NullMarked;
