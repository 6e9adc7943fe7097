package dev.pareto.advice.compile;

/// What an expression is for a whole block of items at once.
///
/// @param text source code; @param level how loosely it binds: 0 for what needs no parentheses
///   anywhere
/// @param varies whether it differs between items, so that it is an array
/// @param most the largest absolute value that it can have
/// @param cost nanoseconds for an item, with what it consists of
record Term(String text, int level, NumberKind kind, boolean varies, double most, double cost) {
    /// In parentheses, unless it needs none anywhere.
    String inner() {
        return within(0);
    }

    /// In parentheses, where it binds more loosely than a level.
    String within(int most) {
        return level <= most ? text : "(" + text + ")";
    }
}
