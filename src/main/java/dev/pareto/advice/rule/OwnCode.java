package dev.pareto.advice.rule;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Import;
import dev.pareto.source.tree.Statement.ImportFrom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All files of the program, with what is asked across them.
public final class OwnCode {
    private static final Set<String> THREADS =
            Set.of("threading", "_thread", "concurrent.futures", "multiprocessing.pool");

    /// An attribute where it stands.
    public record AttributeUse(ParsedModule module, Attribute node) {}

    /// A function or method where it is defined.
    public record FunctionPlace(ParsedModule module, FunctionDef function) {}

    /// A class where it is defined.
    public record ClassPlace(ParsedModule module, ClassDef type) {}

    private final List<ParsedModule> modules;
    private final List<String> unread;
    private final int version;
    private final Map<String, List<AttributeUse>> attributes = new HashMap<>();
    private final Set<String> defined = new HashSet<>();
    private final Map<String, List<FunctionPlace>> functions = new HashMap<>();
    private final List<ClassPlace> classes = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();

    /// @param unread paths of files that could not be parsed
    /// @param version of the interpreter, as in 313
    public OwnCode(List<ParsedModule> modules, List<String> unread, int version) {
        this.modules = List.copyOf(modules);
        this.unread = List.copyOf(unread);
        this.version = version;
        for (ParsedModule module : modules) {
            module.nodes().forEach(node -> enter(node, module));
        }
    }

    private void enter(Node node, ParsedModule module) {
        switch (node) {
            case Attribute it ->
                    attributes
                            .computeIfAbsent(it.attribute(), _ -> new ArrayList<>())
                            .add(new AttributeUse(module, it));
            case FunctionDef it -> {
                defined.add(it.name());
                functions
                        .computeIfAbsent(it.name(), _ -> new ArrayList<>())
                        .add(new FunctionPlace(module, it));
            }
            case ClassDef it -> {
                defined.add(it.name());
                classes.add(new ClassPlace(module, it));
            }
            case Import it -> it.names().forEach(alias -> imported.add(alias.name()));
            case ImportFrom it when it.module() != null -> {
                imported.add(it.module());
                it.names().forEach(alias -> imported.add(it.module() + "." + alias.name()));
            }
            default -> {}
        }
    }

    public List<ParsedModule> modules() {
        return modules;
    }

    public int version() {
        return version;
    }

    /// A file that could not be parsed, so that nobody knows what it does.
    public Optional<String> unread() {
        return unread.stream().findFirst();
    }

    /// Everywhere that an attribute of this name stands, whatever it is an attribute of.
    public List<AttributeUse> attributes(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    /// Whether a function, method or class of the program has this name.
    public boolean defines(String name) {
        return defined.contains(name);
    }

    /// All functions and methods of this name.
    public List<FunctionPlace> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    public List<ClassPlace> classes() {
        return Collections.unmodifiableList(classes);
    }

    /// Whether the program may run several threads.
    public boolean usesThreads() {
        return imported.stream().anyMatch(THREADS::contains);
    }

    /// The file that an import means, where it is one of the program's.
    ///
    /// @param dotted as in `package.module`, without leading dots
    public Optional<ParsedModule> module(String dotted) {
        String file = dotted.replace('.', '/');
        return modules.stream()
                .filter(
                        module -> {
                            String path = "/" + module.source().path();
                            return path.endsWith("/" + file + ".py")
                                    || path.endsWith("/" + file + "/__init__.py");
                        })
                .findFirst();
    }
}
