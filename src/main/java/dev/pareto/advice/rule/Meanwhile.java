package dev.pareto.advice.rule;

import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Await;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Yield;
import dev.pareto.source.tree.Expression.YieldFrom;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The code of the program that may run while a part of it runs: the part, and every function whose
/// name stands in such code. Methods are taken for each other where they have the same name;
/// special methods are taken for called in any case, those that make an object where a class is
/// named. Where something is called that has no name it is all functions of the program, and where
/// other code may run at any time (threads, a pause) all of the program.
public final class Meanwhile {
    /// A piece of code that may run.
    public record Part(ParsedModule module, Node node) {
        /// Everything in it.
        public Stream<Node> nodes() {
            return Stream.concat(Stream.of(node), node.descendants().stream());
        }
    }

    private static final Set<String> MAKING = Set.of("__init__", "__new__", "__post_init__");

    private final OwnCode own;
    private final Set<String> classes = new HashSet<>();
    private final Map<String, List<Part>> functions = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Deque<Part> waiting = new ArrayDeque<>();
    private final List<Part> found = new ArrayList<>();
    private boolean all;

    private Meanwhile(OwnCode own) {
        this.own = own;
        for (ParsedModule module : own.modules()) {
            module.nodes().forEach(node -> enter(node, module));
        }
        classes.add("__class__");
    }

    private void enter(Node node, ParsedModule module) {
        switch (node) {
            case FunctionDef it ->
                    functions
                            .computeIfAbsent(it.name(), _ -> new ArrayList<>())
                            .add(new Part(module, it));
            case ClassDef it -> classes.add(it.name());
            default -> {}
        }
    }

    /// All such pieces, the part itself first.
    public static List<Part> of(Code code, Node part) {
        var meanwhile = new Meanwhile(code.own());
        meanwhile.run(new Part(code.module(), part));
        return List.copyOf(meanwhile.found);
    }

    private void run(Part first) {
        boolean anything = own.usesThreads() || own.unread().isPresent() || pauses(first);
        waiting.add(first);
        if (anything) {
            own.modules().forEach(it -> waiting.add(new Part(it, it.tree())));
        }
        functions.keySet().stream().filter(Meanwhile::isSpecial).toList().forEach(this::reach);
        while (!waiting.isEmpty()) {
            Part part = waiting.poll();
            found.add(part);
            part.nodes().forEach(node -> look(node, part.module()));
            if (all) {
                functions.keySet().forEach(this::reach);
            }
        }
    }

    private static boolean pauses(Part part) {
        return new Pauses(part.module()).in(part.node()).isPresent();
    }

    private static boolean isSpecial(String name) {
        return name.startsWith("__") && name.endsWith("__") && !MAKING.contains(name);
    }

    private void reach(String name) {
        if (classes.contains(name)) {
            MAKING.forEach(this::reach);
        }
        if (reached.add(name)) {
            waiting.addAll(functions.getOrDefault(name, List.of()));
        }
    }

    private void look(Node node, ParsedModule module) {
        switch (node) {
            case Name it -> {
                reach(it.name());
                module.binding(it).ifPresent(this::reachImported);
            }
            case Attribute it -> reach(it.attribute());
            case Call it -> all |= isUnknown(it, module);
            case Yield _, YieldFrom _, Await _ -> all = true;
            default -> {}
        }
    }

    /// `from module import name as other`
    private void reachImported(Binding binding) {
        if (binding.is(Role.IMPORTED)) {
            binding.uses().stream()
                    .map(NameUse::node)
                    .filter(Alias.class::isInstance)
                    .map(Alias.class::cast)
                    .forEach(it -> reach(it.name()));
        }
    }

    /// Whether it is not known by name what is called.
    private boolean isUnknown(Call call, ParsedModule module) {
        return switch (call.function()) {
            case Name it -> module.binding(it).filter(this::isVariable).isPresent();
            case Attribute it ->
                    own.attributes(it.attribute()).stream()
                            .anyMatch(use -> use.node().context() != Context.LOAD);
            case Lambda _ -> false;
            default -> true;
        };
    }

    private boolean isVariable(Binding binding) {
        return switch (binding.name()) {
            case "eval", "exec", "__import__" -> true;
            default ->
                    binding.is(Role.PARAMETER)
                            || binding.is(Role.ASSIGNED)
                            || binding.is(Role.ANNOTATED);
        };
    }
}
