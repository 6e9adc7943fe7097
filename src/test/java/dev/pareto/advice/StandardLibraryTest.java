package dev.pareto.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.advice.rule.Worth;
import dev.pareto.python.Analyser;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.PythonSources;
import dev.pareto.source.SourceReading;
import dev.pareto.source.SourceText;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Lets every rule look at much code that it was not written for, as if all of it mattered: nothing
/// may fail, and whatever is offered must compile.
class StandardLibraryTest {
    private static final int MODULES = 60;

    @Test
    void advisesOnWhateverThereIs() throws IOException, InterruptedException {
        Path python = InstalledPythons.all().lastEntry().getValue();
        Path library = library(python);
        List<List<SourceText>> programs = new ArrayList<>();
        for (String folder : List.of("json", "email", "asyncio", "concurrent/futures")) {
            programs.add(read(library, library.resolve(folder)));
        }
        read(library, library).stream().limit(MODULES).map(List::of).forEach(programs::add);
        int offered = 0;
        List<String> broken = new ArrayList<>();
        try (var sources = PythonSources.extract();
                var analyser = new Analyser(python, sources)) {
            Advisor advisor = new Advisor(analyser, Worth.IGNORED, Rules.ALL);
            for (List<SourceText> program : programs) {
                AdvicePlan plan = advisor.plan(program, HotProfile.of(program));
                assertEquals(plan.questions().size(), ids(plan).size(), "questions asked twice");
                Advice advice = advisor.advise(plan, BestCase.of(plan.questions()));
                offered += advice.suggestions().size();
                advice.refused().stream()
                        .filter(
                                it ->
                                        it.rule().isEmpty()
                                                || it.reason().contains("does not compile"))
                        .map(Refusal::toString)
                        .forEach(broken::add);
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(offered > 20, "hardly anything was tried: " + offered);
    }

    private static Set<String> ids(AdvicePlan plan) {
        Set<String> ids = new HashSet<>();
        plan.questions().forEach(question -> ids.add(question.id()));
        return ids;
    }

    private static Path library(Path python) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                python.toString(),
                                "-I",
                                "-c",
                                "import json, pathlib; print(pathlib.Path(json.__file__).parents[1])")
                        .start();
        process.getOutputStream().close();
        return Path.of(
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .strip());
    }

    private static List<SourceText> read(Path library, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        }
        List<SourceText> sources = new ArrayList<>();
        for (Path file : files) {
            String path = library.relativize(file).toString().replace('\\', '/');
            if (SourceText.read(path, Files.readAllBytes(file))
                    instanceof SourceReading.Decoded(var source)) {
                sources.add(source);
            }
        }
        return sources;
    }
}
