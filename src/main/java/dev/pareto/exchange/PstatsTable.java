package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.CallTable;
import dev.pareto.profile.CallTable.Call;
import dev.pareto.profile.CallTable.Function;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Neighbours.Neighbour;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table of cProfile as JSON: an interpreter turns it into a `.prof`, which is marshalled, and
/// back; no `.prof` is ever unmarshalled here.
///
/// A row is file, line, name, calls, calls but the recursive ones, own seconds, seconds with
/// callees, and the callees: row, calls, primitive calls, own seconds, seconds.
public final class PstatsTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Key(String name, String file, int line) {}

    private PstatsTable() {}

    /// A profile's functions, with who calls whom by its tree. Where nobody counted calls, there
    /// are 0.
    public static String write(Profile profile) {
        Map<Key, Integer> numbers = new HashMap<>();
        for (FunctionCost f : profile.functions()) {
            numbers.putIfAbsent(new Key(f.name(), f.file().path(), f.line()), numbers.size());
        }
        List<List<Object>> rows = new ArrayList<>();
        for (FunctionCost f : profile.functions()) {
            List<List<Object>> callees = new ArrayList<>();
            for (Neighbour callee : profile.neighbours(f).callees()) {
                var frame = callee.frame();
                Integer number =
                        numbers.get(
                                new Key(frame.function(), frame.file().path(), frame.firstLine()));
                if (number != null) {
                    double seconds = callee.cost().wall().seconds();
                    callees.add(List.of(number, 0, 0, 0.0, seconds));
                }
            }
            rows.add(
                    List.of(
                            f.file().path(),
                            f.line(),
                            f.name(),
                            f.calls().orElse(0),
                            f.primitiveCalls().orElse(f.calls().orElse(0)),
                            f.self().wall().seconds(),
                            f.total().wall().seconds(),
                            callees));
        }
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists can be written", e);
        }
    }

    /// The profile of a table.
    ///
    /// @throws ExchangeException when it is none
    public static Profile read(String json) throws ExchangeException {
        JsonNode rows;
        try {
            rows = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ExchangeException("The table cannot be read: " + e.getOriginalMessage(), e);
        }
        List<Function> functions = new ArrayList<>();
        for (JsonNode row : rows) {
            List<Call> callees = new ArrayList<>();
            for (JsonNode call : row.path(7)) {
                int callee = call.path(0).asInt(-1);
                if (callee < 0 || callee >= rows.size()) {
                    throw new ExchangeException("The table speaks of a function that it lacks.");
                }
                callees.add(
                        new Call(
                                callee,
                                call.path(1).asLong(),
                                call.path(2).asLong(),
                                call.path(3).asDouble(),
                                call.path(4).asDouble()));
            }
            functions.add(
                    new Function(
                            row.path(2).asText(),
                            ImportedFiles.of(row.path(0).asText()),
                            row.path(1).asInt(),
                            row.path(3).asLong(),
                            row.path(4).asLong(),
                            row.path(5).asDouble(),
                            row.path(6).asDouble(),
                            callees));
        }
        if (functions.isEmpty()) {
            throw new ExchangeException("It holds no function.");
        }
        var table = new CallTable(functions);
        return new Profile(
                        EngineKind.IMPORTED,
                        new WallTime(table.seconds()),
                        CpuTime.ZERO,
                        WallTime.ZERO,
                        WallTime.ZERO,
                        0,
                        0,
                        table.costs(),
                        List.of(),
                        table.tree(),
                        new MemoryTimeline(Bytes.ZERO, List.of()),
                        true,
                        List.of(
                                "Imported from a table of cProfile, whose tracing makes small functions"
                                        + " look more expensive than they are."))
                .withCalls(table);
    }
}
