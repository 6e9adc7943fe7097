/// Which profile the views show, and which one they set it against.
@NullMarked
package dev.pareto.ui.profiles;

import org.jspecify.annotations.NullMarked;
