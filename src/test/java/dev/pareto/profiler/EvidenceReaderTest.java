package dev.pareto.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.profile.AwaitedSeen;
import dev.pareto.profile.CodeRange;
import dev.pareto.profile.MembershipSeen;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ReachedSeen;
import dev.pareto.profile.TypeTrait;
import dev.pareto.program.Output;
import dev.pareto.python.Ended;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class EvidenceReaderTest {
    private static final CodeRange PLACE = new CodeRange("main.py", 1, 0, 1, 5);
    private static final List<Question> QUESTIONS =
            List.of(
                    new Question.Membership("m", PLACE, List.of("r")),
                    new Question.Reached("r", PLACE));
    private static final Output.Stream SILENT = new Output.Stream(new byte[0], Bytes.ZERO, "");
    private static final Ended FINISHED =
            new Ended.Finished(new Output.Exit.Status(0), SILENT, SILENT, Usage.NONE);
    private static final Ended STOPPED = new Ended.Cancelled(SILENT, SILENT, Usage.NONE);

    @TempDir Path folder;

    private Path results(String... records) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (String record : records) {
            byte[] payload = record.getBytes(StandardCharsets.UTF_8);
            out.writeInt(payload.length);
            out.write(payload);
        }
        return Files.write(folder.resolve("results"), bytes.toByteArray());
    }

    private static String membership(int process, int count, boolean nan, String type) {
        return """
        {"kind":"seen","process":%d,"id":"m","count":%d,"details":2,"raised":1,"failed":0,"weight":4,\
        "length":40,"scanned":20,"hits":2,"pairs":1,"changes":0,"examined":2,"longest":12,\
        "lengths":{"4":4},"containers":{"list":4},"identities":1,"elements":{"%s":"plain"},\
        "values":{"str":"plain"},"nan":%s,\
        "since":{"r":{"stays":2,"compared":3,"changed":0,"length":24}}}\
        """
                .formatted(process, count, type, nan);
    }

    @Test
    void theLastRecordOfEachProcessCountsAndProcessesAreAdded() throws IOException {
        Path file =
                results(
                        "{\"kind\":\"start\",\"process\":1}",
                        membership(1, 4, false, "int"),
                        membership(1, 8, false, "int"),
                        membership(2, 2, true, "tuple"),
                        "{\"kind\":\"seen\",\"process\":1,\"id\":\"r\",\"count\":3}");
        assertEquals(
                new Observations(
                        Map.of(
                                "r",
                                new ReachedSeen(3),
                                "m",
                                new MembershipSeen(
                                        10,
                                        4,
                                        4,
                                        2,
                                        10,
                                        5,
                                        12,
                                        Map.of(4, 8L),
                                        5,
                                        2,
                                        0,
                                        2,
                                        Map.of("list", 8L),
                                        Map.of("int", TypeTrait.PLAIN, "tuple", TypeTrait.PLAIN),
                                        Map.of("str", TypeTrait.PLAIN),
                                        true,
                                        Map.of("r", new MembershipSeen.Since(4, 6, 0, 12)))),
                        true,
                        2,
                        List.of()),
                EvidenceReader.read(ToolRecords.read(file), QUESTIONS, FINISHED));
    }

    @Test
    void theWaitsOfSeveralProcessesAreAdded() throws IOException {
        String record =
                "{\"kind\":\"seen\",\"process\":%d,\"id\":\"a\",\"count\":%d,"
                        + "\"seconds\":%s,\"elapsed\":%s}";
        Path file =
                results(
                        record.formatted(1, 2, "0.25", "0.25"),
                        record.formatted(1, 4, "1.5", "0.5"),
                        record.formatted(2, 3, "0.75", "0.25"));
        assertEquals(
                new Observations(
                        Map.of("a", new AwaitedSeen(7, new WallTime(2.25), new WallTime(0.75))),
                        true,
                        2,
                        List.of()),
                EvidenceReader.read(
                        ToolRecords.read(file),
                        List.of(new Question.Awaited("a", PLACE)),
                        FINISHED));
    }

    @Test
    void aTornRecordEndsTheReading() throws IOException {
        Path file = results("{\"kind\":\"seen\",\"process\":1,\"id\":\"r\",\"count\":3}");
        Files.write(file, new byte[] {0, 0, 1, 0, '{'}, java.nio.file.StandardOpenOption.APPEND);
        assertEquals(
                new Observations(Map.of("r", new ReachedSeen(3)), false, 1, List.of()),
                EvidenceReader.read(ToolRecords.read(file), QUESTIONS, STOPPED));
    }

    @Test
    void aRunThatEndedSinceAllWasKnownIsOnlyAPart() throws IOException {
        Path file = results("{\"kind\":\"answered\",\"process\":1}");
        assertEquals(
                new Observations(Map.of(), false, 0, List.of()),
                EvidenceReader.read(ToolRecords.read(file), QUESTIONS, FINISHED));
    }

    @Test
    void nothingWrittenIsNothingSeen() throws IOException {
        assertEquals(
                new Observations(Map.of(), true, 0, List.of()),
                EvidenceReader.read(
                        ToolRecords.read(folder.resolve("missing")), QUESTIONS, FINISHED));
    }
}
