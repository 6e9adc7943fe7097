package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.CodeFile;

import java.util.ArrayList;
import java.util.List;

/// cProfile's table: functions, and who called whom.
record CallTable(List<Function> functions) {
    CallTable {
        functions = List.copyOf(functions);
    }

    /// One function.
    ///
    /// @param calls how often; @param primitive without the recursive ones
    /// @param self seconds; @param total seconds with callees, recursion counted once
    record Function(
            String name,
            CodeFile file,
            int line,
            long calls,
            long primitive,
            double self,
            double total,
            List<Call> callees) {}

    /// What one function spent in calls of another.
    ///
    /// @param callee its place in the table
    record Call(int callee, long calls, double self, double total) {}

    /// Reads a record of `calls.py`; empty where it is missing.
    static CallTable read(JsonNode record, CodeFiles files) {
        List<Function> functions = new ArrayList<>();
        for (JsonNode row : record.path("functions")) {
            List<Call> callees = new ArrayList<>();
            for (JsonNode call : row.path(7)) {
                callees.add(
                        new Call(
                                call.path(0).asInt(),
                                call.path(1).asLong(),
                                call.path(3).asDouble(),
                                call.path(4).asDouble()));
            }
            functions.add(
                    new Function(
                            row.path(2).asText(),
                            files.of(row.path(0).asText()),
                            row.path(1).asInt(),
                            row.path(3).asLong(),
                            row.path(4).asLong(),
                            row.path(5).asDouble(),
                            row.path(6).asDouble(),
                            callees));
        }
        return new CallTable(functions);
    }
}
