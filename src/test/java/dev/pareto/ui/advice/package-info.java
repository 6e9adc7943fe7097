/// Tests of the advice panel.
@NullMarked
package dev.pareto.ui.advice;

import org.jspecify.annotations.NullMarked;
