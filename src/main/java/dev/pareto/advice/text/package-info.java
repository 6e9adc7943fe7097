/// Rules about texts: how they are put together and looked through.
@NullMarked
package dev.pareto.advice.text;

import org.jspecify.annotations.NullMarked;
