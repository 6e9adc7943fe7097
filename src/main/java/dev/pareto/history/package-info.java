/// Stored programs, variants, profiles, runs and trials, in SQLite. The only room that sees
/// `java.sql`.
@NullMarked
package dev.pareto.history;

import org.jspecify.annotations.NullMarked;
