import dev.pareto.profile.EngineKind;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.StopSignal;
import dev.pareto.workbench.Desk;
import dev.pareto.workbench.MisbehavingProgram;
import dev.pareto.workbench.MisbehavingRun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Every program that misbehaves × every engine × every interpreter. See README.md.
public final class Misbehaving {
    private static final List<EngineKind> ENGINES =
            List.of(
                    EngineKind.OUTSIDE,
                    EngineKind.SAMPLER_THREAD,
                    EngineKind.CPROFILE,
                    EngineKind.LINE_PROFILER,
                    EngineKind.MEMORY_PROFILER,
                    EngineKind.TRACEMALLOC);

    private final Path folder;
    private final List<MisbehavingProgram> programs;
    private final List<EngineKind> engines;
    private final Map<String, Path> pythons;
    private final List<String> faults = new ArrayList<>();
    private int runs;

    private Misbehaving(
            Path folder,
            List<MisbehavingProgram> programs,
            List<EngineKind> engines,
            Map<String, Path> pythons) {
        this.folder = folder;
        this.programs = programs;
        this.engines = engines;
        this.pythons = pythons;
    }

    public static void main(String[] arguments) throws Exception {
        var options = new LinkedHashMap<String, String>();
        for (String argument : arguments) {
            String[] parts = argument.replaceFirst("^--", "").split("=", 2);
            options.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        Pattern named = Pattern.compile(options.getOrDefault("programs", ".*"));
        Pattern engine = Pattern.compile(options.getOrDefault("engines", ".*"));
        Pattern python = Pattern.compile(options.getOrDefault("pythons", ".*"));
        var programs =
                MisbehavingProgram.all().stream().filter(p -> matches(named, p.name())).toList();
        var engines = ENGINES.stream().filter(e -> matches(engine, e.id())).toList();
        var pythons = InstalledPythons.all();
        pythons.keySet().removeIf(version -> !matches(python, version));
        Path folder = Files.createTempDirectory("misbehaving-");
        new Misbehaving(folder, programs, engines, pythons).run(options.containsKey("packages"));
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }

    private void run(boolean packages) throws Exception {
        long begin = System.nanoTime();
        try (Desk desk = Desk.in(folder)) {
            if (packages) {
                for (Path python : pythons.values()) {
                    var found = desk.workbench().interpreterAt(python, folder);
                    desk.workbench().createEnvironment(found, new StopSignal(), _ -> {});
                }
            }
            System.out.printf("%-22s", packages ? "(with packages)" : "(stand-ins)");
            for (EngineKind engine : engines) {
                System.out.printf(" %-" + (2 * pythons.size() + 8) + "s", engine.id());
            }
            System.out.println();
            for (MisbehavingProgram program : programs) {
                System.out.printf("%-22s", program.name());
                for (EngineKind engine : engines) {
                    StringBuilder cells = new StringBuilder();
                    for (String version : pythons.keySet()) {
                        cells.append(cell(desk, program, engine, version)).append(' ');
                    }
                    System.out.printf(" %-" + (2 * pythons.size() + 8) + "s", cells);
                }
                System.out.println();
            }
        }
        System.out.printf(
                "%d runs on %s in %.0f s, %d with a fault.%n",
                runs, pythons.keySet(), (System.nanoTime() - begin) / 1e9, faults.size());
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            files.filter(file -> file.getFileName().toString().startsWith("pareto-"))
                    .forEach(
                            file ->
                                    System.out.println(
                                            "in the folder for temporary files: " + file));
        }
    }

    private String cell(Desk desk, MisbehavingProgram program, EngineKind engine, String version) {
        runs++;
        Path own = folder.resolve("w").resolve("%s-%d".formatted(program.name(), runs));
        List<String> found;
        try {
            found = new MisbehavingRun(desk, program, engine, pythons.get(version), own).faults();
        } catch (Exception | AssertionError e) {
            found = List.of(e.toString());
        }
        for (String fault : found) {
            String line = "%s, %s, %s: %s".formatted(program.name(), engine.id(), version, fault);
            System.err.println(line);
            faults.add(line);
        }
        return found.isEmpty()
                ? "+"
                : found.stream().allMatch(f -> f.startsWith(MisbehavingRun.ADMITTED)) ? "o" : "-";
    }
}
