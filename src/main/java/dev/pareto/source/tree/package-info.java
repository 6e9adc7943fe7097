/// The syntax tree of Python 3.10 to 3.14 as sealed records, named and shaped after the
/// interpreter's own `ast`, so that rules are pattern matches.
@NullMarked
package dev.pareto.source.tree;

import org.jspecify.annotations.NullMarked;
