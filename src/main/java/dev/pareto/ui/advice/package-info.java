/// The advice panel: suggestions as cards, and what was refused.
@NullMarked
package dev.pareto.ui.advice;

import org.jspecify.annotations.NullMarked;
