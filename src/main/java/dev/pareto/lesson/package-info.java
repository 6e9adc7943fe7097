/// Lessons and packs: reading and checking them, and grading.
@NullMarked
package dev.pareto.lesson;

import org.jspecify.annotations.NullMarked;
