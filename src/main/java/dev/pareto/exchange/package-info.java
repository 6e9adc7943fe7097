/// Other tools' formats of profiles, in and out. What comes in is data: nothing of it is executed.
@NullMarked
package dev.pareto.exchange;

import org.jspecify.annotations.NullMarked;
