package dev.pareto.workbench;

import dev.pareto.program.Target;
import dev.pareto.source.SourceText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a folder's program may begin. Looks at texts only.
final class Entries {
    private static final Pattern GUARD =
            Pattern.compile("(?m)^if\\s+__name__\\s*==\\s*(['\"])__main__\\1");

    private Entries() {}

    /// Scripts that say so, and packages and modules of packages that can be started with `-m`;
    /// where there is none, all scripts. Those nearest to the root first.
    static List<Target> of(SourceFiles code) {
        List<Target> entries = new ArrayList<>();
        List<Target> scripts = new ArrayList<>();
        Set<String> paths = code.texts().stream().map(SourceText::path).collect(Collectors.toSet());
        for (SourceText text : code.texts()) {
            String path = text.path();
            Target target =
                    paths.contains(folder(path) + "__init__.py")
                            ? new Target.Module(module(path))
                            : new Target.Script(path);
            if (path.endsWith("/__main__.py")) {
                entries.add(new Target.Module(module(path)));
            } else if (path.equals("__main__.py") || GUARD.matcher(text.text()).find()) {
                entries.add(target);
            }
            scripts.add(new Target.Script(path));
        }
        List<Target> found = entries.isEmpty() ? scripts : entries;
        return found.stream()
                .sorted(
                        Comparator.comparingInt(Entries::depth)
                                .thenComparing(Entries::isTest)
                                .thenComparing(Target::label))
                .toList();
    }

    /// With its slash; empty for the root.
    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /// `src/app/tool/__main__.py` → `app.tool`, `app/main.py` → `app.main`.
    private static String module(String path) {
        return path.replaceFirst("^src/", "")
                .replaceFirst("(/__main__)?\\.py$", "")
                .replace('/', '.');
    }

    /// The file of a target, as far as it is own code.
    static List<String> files(Target target) {
        return switch (target) {
            case Target.Script(String path) -> List.of(path);
            case Target.Module(String name) -> {
                String path = name.replace('.', '/');
                yield List.of(
                        path + "/__main__.py",
                        "src/" + path + "/__main__.py",
                        path + ".py",
                        "src/" + path + ".py");
            }
        };
    }

    private static int depth(Target target) {
        return (int)
                switch (target) {
                    case Target.Script(String path) -> path.chars().filter(c -> c == '/').count();
                    case Target.Module _ -> 0L;
                };
    }

    private static boolean isTest(Target target) {
        return target.label().matches("(.*/)?(test_[^/]*|conftest|setup)\\.py|(.*/)?tests?/.*");
    }
}
