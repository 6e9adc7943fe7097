package dev.pareto.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.CallsSeen;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

class CallRecordsTest {
    private static JsonNode record(int count, String type) throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(
                        """
                        {"count":%d,"keyed":4,"repeated":2,"distinct":2,"outermost":1,"atoms":6,
                        "kept":100,"other":1,"deepest":%d,"arguments":[["%s"]],"strange":[],
                        "results":["int"],"strange_results":["list"],"mixed":false,
                        "entries":{"1000":3},"minus_zero":true}
                        """
                                .formatted(count, count, type));
    }

    @Test
    void addsWhatProcessesSaw() throws JsonProcessingException {
        assertEquals(
                new CallsSeen(
                        12,
                        8,
                        4,
                        4,
                        2,
                        1.5,
                        200,
                        2,
                        7,
                        List.of(Set.of("int", "str")),
                        Set.of(),
                        Set.of("list"),
                        Set.of("int"),
                        Map.of(1000, 6L),
                        false,
                        true),
                CallRecords.merge(List.of(record(5, "int"), record(7, "str"))));
    }
}
