package dev.pareto.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.CodeFile.Owner;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class ExchangeTest {
    private static final String STACKS =
            """
            <module> (app.py:1);main (app.py:8) 100
            <module> (app.py:1);main (app.py:8);leaf (lib/one.py:2) 2500
            <module> (app.py:1);main (app.py:8);loads (/usr/lib/python3.11/json/__init__.py:299) 400
            """;

    @Test
    void collapsedStacksComeBackAsTheyWere() throws Exception {
        assertEquals(STACKS.lines().sorted().toList(), sorted(CollapsedStacks.read(STACKS)));
    }

    @Test
    void speedscopeComesBackAsItWas() throws Exception {
        Profile profile = CollapsedStacks.read(STACKS);
        Profile back = SpeedscopeReader.read(SpeedscopeWriter.write(profile, "app.py"));
        assertEquals(sorted(profile), sorted(back));
        assertEquals(profile.functions().getFirst().name(), back.functions().getFirst().name());
        assertEquals(List.of("Imported from a file of pareto."), back.notes());
    }

    @Test
    void tablesComeBackWithTheSameFunctions() throws Exception {
        Profile profile = CollapsedStacks.read(STACKS);
        Profile back = PstatsTable.read(PstatsTable.write(profile));
        assertEquals(totals(profile), totals(back));
        assertEquals(0.003, back.wall().seconds(), 1e-9);
        assertEquals(sorted(profile), sorted(back));
    }

    @Test
    void tellsOwnCodeFromLibrariesByTheName() throws Exception {
        Profile profile = CollapsedStacks.read(STACKS);
        var owners = new TreeMap<String, Owner>();
        profile.functions().forEach(f -> owners.put(f.name(), f.file().owner()));
        assertEquals("{<module>=OWN, leaf=OWN, loads=LIBRARY, main=OWN}", owners.toString());
    }

    @Test
    void readsEventsAndUnits() throws Exception {
        Profile profile =
                SpeedscopeReader.read(
                        """
                        {"$schema": "https://www.speedscope.app/file-format-schema.json",
                         "shared": {"frames": [{"name": "f", "file": "a.py", "line": 3}, {"name": "g"}]},
                         "profiles": [{"type": "evented", "name": "t", "unit": "milliseconds",
                          "startValue": 0, "endValue": 10, "events": [
                           {"type": "O", "frame": 0, "at": 0}, {"type": "O", "frame": 1, "at": 4},
                           {"type": "C", "frame": 1, "at": 9}, {"type": "C", "frame": 0, "at": 10}]}]}
                        """);
        assertEquals("{f (a.py:3)=0.005/0.010, g (~)=0.005/0.005}", totals(profile).toString());
        assertEquals(EngineKind.IMPORTED, profile.engine());
    }

    @Test
    void takesLinesAsPlacesWhereAFunctionHasSeveral() throws Exception {
        Profile profile = CollapsedStacks.read("f (a.py:3) 10\nf (a.py:4);g (a.py:9) 30\n");
        assertEquals(
                List.of("9 3.0E-5 3.0E-5", "3 1.0E-5 1.0E-5", "4 0.0 3.0E-5"),
                profile.lines().stream().map(ExchangeTest::line).toList());
        assertEquals(List.of(), CollapsedStacks.read("f (a.py:3);g (a.py:9) 30\n").lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"shared\": {\"frames\": []}, \"profiles\": []}",
                "{\"shared\": {\"frames\": []}, \"profiles\": [{\"type\": \"new\"}]}",
                "{\"shared\": {\"frames\": []}, \"profiles\": [{\"type\": \"sampled\", \"unit\":"
                        + " \"seconds\", \"samples\": [[0]], \"weights\": [1]}]}",
                "{\"shared\": {\"frames\": []}, \"profiles\": [{\"type\": \"sampled\", \"unit\":"
                        + " \"seconds\", \"samples\": [[]], \"weights\": []}]}",
                "{\"shared\": {\"frames\": [{\"name\": \"f\"}]}, \"profiles\": [{\"type\":"
                        + " \"evented\", \"unit\": \"none\", \"events\": [{\"type\": \"C\","
                        + " \"frame\": 0, \"at\": 1}]}]}"
            })
    void saysWhatIsWrongWithAFile(String text) {
        assertThrows(ExchangeException.class, () -> SpeedscopeReader.read(text));
    }

    /// Speedscope itself writes the frames behind the profiles, and what sorts its members the unit
    /// behind the samples.
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"exporter": "x", "profiles": [
                  {"samples": [[0, 1], [0]], "weights": [2, 3], "unit": "milliseconds", "type": "sampled"},
                  {"events": [{"at": 7, "frame": 1, "type": "O"}, {"at": 9, "frame": 1, "type": "C"}],
                   "startValue": 7, "unit": "seconds", "type": "evented"}],
                 "shared": {"frames": [{"name": "f", "file": "a.py", "line": 3}, {"line": 0, "name": "g"}]}}
                """,
                """
                {"shared": {"frames": [{"name": "f", "file": "a.py", "line": 3}, {"name": "g"}]},
                 "profiles": [
                  {"type": "sampled", "unit": "milliseconds", "samples": [[0, 1], [0]], "weights": [2, 3]},
                  {"type": "evented", "unit": "seconds", "startValue": 7, "events": [
                   {"type": "O", "frame": 1, "at": 7}, {"type": "C", "frame": 1, "at": 9}]}],
                 "exporter": "x"}
                """
            })
    void membersComeInAnyOrder(String text) throws Exception {
        Profile profile = SpeedscopeReader.read(text);
        assertEquals("{f (a.py:3)=0.003/0.005, g (~)=2.002/2.002}", totals(profile).toString());
        assertEquals(
                List.of("f (a.py:3) 3000", "f (a.py:3);g (~) 2000", "g (~) 2000000"),
                sorted(profile));
        assertEquals(
                List.of("Imported from a file of x.", "The file's 2 profiles are added up."),
                profile.notes());
        assertEquals(sorted(profile), sorted(JsonProfiles.read(text)));
    }

    @Test
    void framesThatTookNoTimeAreNotShown() throws Exception {
        Profile profile =
                SpeedscopeReader.read(
                        """
                        {"shared": {"frames": [{"name": "f"}, {"name": "g"}]},
                         "profiles": [{"type": "evented", "unit": "seconds", "startValue": 0, "events": [
                           {"type": "O", "frame": 0, "at": 0}, {"type": "O", "frame": 1, "at": 4},
                           {"type": "C", "frame": 1, "at": 4}, {"type": "C", "frame": 0, "at": 5}]}]}
                        """);
        assertEquals("{f (~)=5.000/5.000}", totals(profile).toString());
        assertEquals(List.of(), profile.tree().children().getFirst().children());
    }

    @Test
    void recursionCountsOnce() throws Exception {
        Profile profile =
                CollapsedStacks.read(
                        """
                        f (a.py:1);g (a.py:5);f (a.py:2);g (a.py:5) 3000
                        f (a.py:1);g (a.py:5) 2000
                        """);
        assertEquals(
                "{f (a.py:1)=0.000/0.005, g (a.py:5)=0.005/0.005}", totals(profile).toString());
        assertEquals(
                List.of("5 0.005 0.005", "1 0.0 0.005", "2 0.0 0.003"),
                profile.lines().stream().map(ExchangeTest::line).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1 | It is no JSON: Unexpected end-of-input",
                "{} | It is no file of speedscope: the lists of frames and of profiles are missing.",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'new', 'samples': 1}]}"
                        + " | It has a profile of the unknown type \"new\".",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'sampled',"
                        + " 'samples': [[1]], 'weights': [1]}]}"
                        + " | It speaks of a frame that it does not have.",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'sampled',"
                        + " 'samples': [[99999999999]], 'weights': [1]}]}"
                        + " | It speaks of a frame that it does not have.",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'sampled',"
                        + " 'samples': [[0], [0]], 'weights': [1]}]}"
                        + " | It has 2 samples, but 1 weights.",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'sampled',"
                        + " 'samples': [[0]], 'weights': [-1]}]}"
                        + " | It has a weight that is no time.",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'evented',"
                        + " 'startValue': 2, 'events': [{'type': 'O', 'frame': 0, 'at': 1}]}]}"
                        + " | Its events go back in time.",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'evented',"
                        + " 'events': [{'type': 'C', 'frame': 0, 'at': 1}]}]}"
                        + " | It closes a frame that is not open.",
                "{'shared': {'frames': [{'name': 'f'}]}, 'profiles': [{'type': 'evented',"
                        + " 'events': [{'type': 'X', 'frame': 0, 'at': 1}]}]}"
                        + " | It has an unknown event \"X\"."
            })
    void saysInWordsWhatIsWrong(String text, String words) {
        var problem =
                assertThrows(
                        ExchangeException.class,
                        () -> SpeedscopeReader.read(text.replace('\'', '"')));
        assertTrue(String.valueOf(problem.getMessage()).startsWith(words), problem::getMessage);
    }

    @Test
    void saysWhichLineIsNoStack() {
        var problem =
                assertThrows(ExchangeException.class, () -> CollapsedStacks.read("a;b 1\n\nnot\n"));
        assertEquals("Line 3 is no stack with a number at its end.", problem.getMessage());
        assertThrows(ExchangeException.class, () -> CollapsedStacks.read("# austin\n"));
    }

    @Test
    void cutsStacksThatAreTooDeep() throws Exception {
        Profile profile = CollapsedStacks.read("f;".repeat(5_000) + "f 7\n");
        assertTrue(profile.notes().getLast().startsWith("Stacks deeper than 1,000"));
        assertEquals("{f (~)=0.000/0.000}", totals(profile).toString());
    }

    @Test
    void writesDeepTrees() throws Exception {
        Profile flat = CollapsedStacks.read("f 1000000\n");
        CallNode node = flat.tree().children().getFirst();
        for (int i = 0; i < 50_000; i++) {
            var frame = new Frame("g", new CodeFile("a.py", Owner.OWN), 1, 0);
            node = new CallNode(frame, dev.pareto.profile.Cost.ZERO, node.total(), List.of(node));
        }
        Profile deep = withTree(flat, node);
        assertTrue(CollapsedStacks.write(deep).endsWith(";f (~) 1000000\n"));
        assertEquals(
                50_001,
                new ObjectMapper()
                        .readTree(ChromeTraceWriter.write(deep, "a.py"))
                        .path("traceEvents")
                        .size());
    }

    @Test
    void chromeEventsLieWithinTheirCallers() throws Exception {
        var events =
                new ObjectMapper()
                        .readTree(ChromeTraceWriter.write(CollapsedStacks.read(STACKS), "app.py"))
                        .path("traceEvents");
        List<String> found = new ArrayList<>();
        events.forEach(
                e ->
                        found.add(
                                "%s %.0f %.0f"
                                        .formatted(
                                                e.path("name").asText(),
                                                e.path("ts").asDouble(),
                                                e.path("dur").asDouble())));
        assertEquals(
                List.of(
                        "app.py 0 3000",
                        "<module> 0 3000",
                        "main 0 3000",
                        "loads 2500 400",
                        "leaf 0 2500"),
                found);
    }

    @Test
    void csvQuotesAndDisarmsNames() throws Exception {
        String csv = ProfileCsv.write(CollapsedStacks.read("=cmd(), \"x\" 2000\n"));
        assertEquals(
                "function,\"'=cmd(), \"\"x\"\"\",~,0,0.002000000,0.002000000,0.000000000,"
                        + "0.000000000,,,",
                csv.lines().skip(1).findFirst().orElse(""));
    }

    @Test
    void formatsAreToldByTheEnding() {
        assertEquals(Optional.of(ProfileFormat.SPEEDSCOPE), ProfileFormat.of("A.SpeedScope.json"));
        assertEquals(Optional.of(ProfileFormat.PSTATS), ProfileFormat.of("a.prof"));
        assertEquals(Optional.of(ProfileFormat.COLLAPSED), ProfileFormat.of("a.folded"));
        assertEquals(Optional.of(ProfileFormat.PARETO), ProfileFormat.of("a.json"));
        assertEquals(Optional.of(ProfileFormat.CHROME), ProfileFormat.of("a.trace.json"));
        assertEquals(Optional.empty(), ProfileFormat.of("a.xml"));
    }

    private static Profile withTree(Profile p, CallNode tree) {
        return new Profile(
                p.engine(),
                p.wall(),
                p.cpu(),
                p.waiting(),
                p.startup(),
                p.samples(),
                p.dropped(),
                p.functions(),
                p.lines(),
                tree,
                p.memory(),
                p.complete(),
                p.notes());
    }

    private static List<String> sorted(Profile profile) {
        return CollapsedStacks.write(profile).lines().sorted().toList();
    }

    private static Map<String, String> totals(Profile profile) {
        var found = new TreeMap<String, String>();
        profile.functions()
                .forEach(
                        f ->
                                found.put(
                                        f.name()
                                                + " ("
                                                + f.file().path()
                                                + (f.line() > 0 ? ":" + f.line() : "")
                                                + ")",
                                        "%.3f/%.3f"
                                                .formatted(
                                                        f.self().wall().seconds(),
                                                        f.total().wall().seconds())));
        return found;
    }

    private static String line(LineCost l) {
        return l.line() + " " + l.self().wall().seconds() + " " + l.total().wall().seconds();
    }
}
