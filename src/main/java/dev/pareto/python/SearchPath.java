package dev.pareto.python;

import dev.pareto.program.Program;
import dev.pareto.program.Target;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands on PYTHONPATH in a run, so that own code is imported from the copy wherever it would
/// have been imported from: PYTHONPATH is searched before `.pth` entries, editable finders and what
/// a program appends to `sys.path`.
///
/// @param items in the order of the search
record SearchPath(List<Item> items) {
    SearchPath {
        items = List.copyOf(items);
    }

    /// One entry.
    sealed interface Item {
        /// A folder of the root, relative to it; it stands for its copy.
        record Own(Path folder) implements Item {}

        /// A package of the root that is imported by another name than its folder has.
        record Renamed(String name, Path place) implements Item {}

        /// As the user wrote it; outside of the root, or relative to the working folder.
        record Foreign(String text) implements Item {}
    }

    /// Reads, and executes nothing.
    ///
    /// @param variables the user's environment with what the program's settings add
    /// @param mentions where own code names folders of the root
    static SearchPath of(
            Program program, Map<String, String> variables, List<PathMention> mentions) {
        Set<Item> items = new LinkedHashSet<>();
        users(variables, program.root(), items);
        if (variables.getOrDefault("PYTHONSAFEPATH", "").isEmpty()) {
            items.add(new Item.Own(entryFolder(program)));
        }
        if (Files.isDirectory(program.root().resolve("src"))) {
            items.add(new Item.Own(Path.of("src")));
        }
        installed(program, variables, items);
        for (PathMention mention : mentions) {
            own(mention.folder(), program.root()).map(Item.Own::new).ifPresent(items::add);
        }
        return new SearchPath(List.copyOf(items));
    }

    private static void users(Map<String, String> variables, Path root, Set<Item> items) {
        String path = variables.getOrDefault("PYTHONPATH", "");
        if (path.isEmpty()) {
            return;
        }
        for (String entry : path.split(Pattern.quote(File.pathSeparator), -1)) {
            Optional<Path> own;
            try {
                own = own(Path.of(entry), root);
            } catch (InvalidPathException e) {
                own = Optional.empty();
            }
            items.add(own.<Item>map(Item.Own::new).orElseGet(() -> new Item.Foreign(entry)));
        }
    }

    private static void installed(Program program, Map<String, String> variables, Set<Item> items) {
        var renamed = new ArrayList<Item>();
        for (Path packages : SitePackages.of(program.interpreter(), variables)) {
            for (var source : EditableInstalls.in(packages)) {
                switch (source) {
                    case EditableInstalls.Source.Searched(Path folder) ->
                            own(folder, program.root()).map(Item.Own::new).ifPresent(items::add);
                    case EditableInstalls.Source.Named(String name, Path place) ->
                            own(place, program.root())
                                    .map(own -> named(name, own))
                                    .ifPresent(renamed::add);
                }
            }
        }
        items.addAll(renamed);
    }

    /// `a.b` in `lib/a/b` is found by searching `lib`.
    private static Item named(String name, Path place) {
        Path modulePath = Path.of(name.replace('.', '/'));
        Path file = modulePath.resolveSibling(modulePath.getFileName() + ".py");
        if (place.endsWith(modulePath) || place.endsWith(file)) {
            int folders = place.getNameCount() - modulePath.getNameCount();
            return new Item.Own(folders == 0 ? Path.of("") : place.subpath(0, folders));
        }
        return new Item.Renamed(name, place);
    }

    private static Path entryFolder(Program program) {
        return switch (program.target()) {
            case Target.Script(String path) -> {
                Path folder = Path.of(path).getParent();
                yield folder == null ? Path.of("") : folder;
            }
            case Target.Module _ -> Path.of("");
        };
    }

    /// An absolute path relative to the root, when it lies there or is the root.
    private static Optional<Path> own(Path place, Path root) {
        if (!place.isAbsolute()) {
            return Optional.empty();
        }
        Path normal = place.normalize();
        if (normal.startsWith(root)) {
            return Optional.of(root.relativize(normal));
        }
        try {
            Path real = normal.toRealPath();
            Path realRoot = root.toRealPath();
            return real.startsWith(realRoot)
                    ? Optional.of(realRoot.relativize(real))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
