package dev.pareto.source.module;

import dev.pareto.source.module.DynamicAccess.Kind;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.ImportFrom;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds where code reaches variables without naming them.
final class DynamicAccesses {
    private static final Map<String, Kind> BUILTINS =
            Map.of(
                    "locals", Kind.LOCALS,
                    "vars", Kind.LOCALS,
                    "dir", Kind.LOCALS,
                    "globals", Kind.GLOBALS,
                    "__builtins__", Kind.GLOBALS,
                    "eval", Kind.EVALUATION,
                    "exec", Kind.EVALUATION,
                    "compile", Kind.EVALUATION);

    /// Attributes that mean the same on any object.
    private static final Map<String, Kind> ATTRIBUTES =
            Map.of(
                    "__dict__", Kind.ATTRIBUTES,
                    "__globals__", Kind.GLOBALS,
                    "f_locals", Kind.FRAMES,
                    "f_globals", Kind.FRAMES,
                    "_getframe", Kind.FRAMES,
                    "currentframe", Kind.FRAMES);

    /// What modules of the standard library offer.
    private static final Map<String, Map<String, Kind>> MEMBERS =
            Map.of(
                    "sys", Map.of("modules", Kind.GLOBALS, "_getframe", Kind.FRAMES),
                    "inspect", Map.of("stack", Kind.FRAMES, "currentframe", Kind.FRAMES),
                    "builtins", BUILTINS);

    private DynamicAccesses() {}

    /// Finds them among the nodes of a tree.
    ///
    /// @param isUnbound whether the module leaves a name its builtin meaning
    static List<DynamicAccess> in(List<Node> nodes, Predicate<Name> isUnbound) {
        return nodes.stream().flatMap(node -> of(node, isUnbound)).toList();
    }

    private static Stream<DynamicAccess> of(Node node, Predicate<Name> isUnbound) {
        return switch (node) {
            case Name name when BUILTINS.containsKey(name.name()) && isUnbound.test(name) ->
                    found(BUILTINS.get(name.name()), name);
            case Attribute attribute -> found(ofAttribute(attribute), attribute);
            case ImportFrom from ->
                    from.names().stream().flatMap(alias -> found(ofImport(from, alias), alias));
            default -> Stream.empty();
        };
    }

    private static Stream<DynamicAccess> found(@Nullable Kind kind, Node node) {
        return kind == null ? Stream.empty() : Stream.of(new DynamicAccess(kind, node));
    }

    private static @Nullable Kind ofAttribute(Attribute attribute) {
        Kind anywhere = ATTRIBUTES.get(attribute.attribute());
        if (anywhere != null || !(attribute.value() instanceof Name owner)) {
            return anywhere;
        }
        return MEMBERS.getOrDefault(owner.name(), Map.of()).get(attribute.attribute());
    }

    private static @Nullable Kind ofImport(ImportFrom from, Alias alias) {
        if (alias.name().equals("*")) {
            return Kind.STAR_IMPORT;
        }
        return Optional.ofNullable(from.module())
                .map(MEMBERS::get)
                .map(members -> members.get(alias.name()))
                .orElse(null);
    }
}
