package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.CallTable;
import dev.pareto.profile.CallTable.Call;
import dev.pareto.profile.CallTable.Function;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.python.Ended;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.List;

/// A profile from cProfile's table. It knows functions, calls and seconds on the clock; no lines,
/// no memory, and no processor time of a single function.
final class CallProfile {
    private final CallTable table;
    private final Ended ended;

    CallProfile(CallTable table, Ended ended) {
        this.table = table;
        this.ended = ended;
    }

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
                                call.path(2).asLong(),
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

    /// @param complete whether the table was written, which a killed program cannot
    Profile profile(boolean complete) {
        List<String> notes = new ArrayList<>();
        notes.add("Traced by cProfile: small functions look more expensive than they are.");
        if (!complete) {
            notes.add("The program ended before cProfile could write its table.");
        }
        return new Profile(
                        EngineKind.CPROFILE,
                        ended.usage().wall(),
                        ended.usage().cpu(),
                        WallTime.ZERO,
                        WallTime.ZERO,
                        0,
                        0,
                        table.costs(),
                        List.of(),
                        table.tree(),
                        new MemoryTimeline(ended.usage().peakMemory(), List.of()),
                        complete && ended instanceof Ended.Finished,
                        notes)
                .withCalls(table);
    }
}
