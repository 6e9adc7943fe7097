package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.python.InstalledPackages;
import dev.pareto.trial.TrialResult.Mode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Under what conditions something was measured: what must be equal for runs to be comparable. No
/// names of computers or users.
final class Conditions {
    static final String INTERPRETER = "interpreter";

    /// It changes all the time, so that it tells no two trials apart.
    private static final String LOAD = "load";

    private static final Path GOVERNOR =
            Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    private static final Path POWER = Path.of("/sys/class/power_supply");

    private Conditions() {}

    static Map<String, String> of(Program program, Input input, Mode mode) {
        Map<String, String> found = new TreeMap<>(machine());
        found.put(INTERPRETER, program.interpreter().label());
        found.put(
                "environment", program.interpreter().environmentFolder().isPresent() ? "own" : "");
        found.put("build", hash(identity(program.interpreter().base())));
        List<String> packages = InstalledPackages.of(program.interpreter());
        found.put("packages", packages.size() + ", " + hash(packages.toString()));
        found.put("mode", mode.name().toLowerCase(Locale.ROOT));
        // A record's text names all its parts; only a hash of it is kept.
        found.put("input", hash(input.texts() + input.stdin().toString()));
        return found;
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// Tells two builds of the same version apart.
    private static String identity(Path interpreter) {
        try {
            Path file = interpreter.toRealPath();
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "";
        }
    }

    /// Whether runs under the one may be compared with runs under the other. What one of them does
    /// not tell, another version of Pareto did not know of, and tells nothing apart.
    static boolean comparable(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(name -> !name.equals(LOAD) && other.containsKey(name))
                .allMatch(name -> Objects.equals(one.get(name), other.get(name)));
    }

    /// Whether something was measured on a machine like this.
    static boolean isHere(Map<String, String> environment) {
        Map<String, String> here = machine();
        return Stream.of("machine", "cores")
                .filter(environment::containsKey)
                .allMatch(name -> Objects.equals(environment.get(name), here.get(name)));
    }

    static Map<String, String> machine() {
        Map<String, String> found = new TreeMap<>();
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        found.put("machine", processor().map(cpu -> system + ", " + cpu).orElse(system));
        found.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        found.put("governor", text(GOVERNOR).orElse("unknown"));
        found.put("power", power());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        found.put(LOAD, load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load));
        return found;
    }

    private static Optional<String> processor() {
        return text(Path.of("/proc/cpuinfo"))
                .flatMap(
                        all ->
                                all.lines()
                                        .filter(line -> line.startsWith("model name"))
                                        .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
                                        .findFirst());
    }

    /// Mains, battery, or unknown where no supply says so.
    private static String power() {
        if (!Files.isDirectory(POWER)) {
            return "unknown";
        }
        try (var supplies = Files.list(POWER)) {
            return supplies.map(supply -> text(supply.resolve("online")))
                    .flatMap(Optional::stream)
                    .reduce((one, other) -> one.equals("1") ? one : other)
                    .map(online -> online.equals("1") ? "mains" : "battery")
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isReadable(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
