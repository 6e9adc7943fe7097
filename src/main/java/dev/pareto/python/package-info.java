/// Python outside of our process: interpreters, environments, the launcher, scratch copies, limits,
/// the analyser. The only room that starts processes.
@NullMarked
package dev.pareto.python;

import org.jspecify.annotations.NullMarked;
