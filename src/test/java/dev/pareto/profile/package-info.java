/// Tests of the profile model.
@NullMarked
package dev.pareto.profile;

import org.jspecify.annotations.NullMarked;
