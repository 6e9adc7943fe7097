/// Results as pages: one self-contained HTML file each, which needs no network and no Pareto.
@NullMarked
package dev.pareto.report;

import org.jspecify.annotations.NullMarked;
