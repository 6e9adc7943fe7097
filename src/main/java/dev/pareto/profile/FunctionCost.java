package dev.pareto.profile;

import java.util.OptionalLong;

/// What one function cost.
///
/// @param self inside it, without its callees
/// @param total with its callees; recursion counted once
/// @param calls how often it was called; empty until a tracing engine counted it
/// @param primitiveCalls without the recursive ones, as pstats has it
public record FunctionCost(
        String name,
        CodeFile file,
        int line,
        Cost self,
        Cost total,
        OptionalLong calls,
        OptionalLong primitiveCalls) {}
