/// The text of Python files and changes to it: exact bytes, places, edits, differences. Knows no
/// syntax; that is `source.tree` and `source.module`.
@NullMarked
package dev.pareto.source;

import org.jspecify.annotations.NullMarked;
