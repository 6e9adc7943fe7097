package dev.pareto.source.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives the scopes their variables, and every mention of a name the variable it means.
final class Resolution {
    private final Scope builtins;
    private final Map<Integer, Binding> byNode = new HashMap<>();

    /// @param scopes as the walk found them; filled here
    Resolution(List<Scope> scopes, List<Mention> mentions) {
        builtins = scopes.getFirst();
        // First who owns what, since a name may be used above the line that binds it.
        for (Mention mention : mentions) {
            own(mention);
        }
        List<Mention> ordered = new ArrayList<>(mentions);
        ordered.sort(Comparator.comparing(Mention::span));
        for (Mention mention : ordered) {
            Binding binding = meaning(mention);
            binding.add(
                    new NameUse(mention.access(), mention.span(), mention.node(), mention.scope()));
            byNode.put(mention.node().id(), binding);
        }
    }

    /// The variable that a node's own name means, by the node's id. Of a `global` or `nonlocal`
    /// with several names, the last one.
    Map<Integer, Binding> byNode() {
        return byNode;
    }

    private static void own(Mention mention) {
        Scope scope = mention.lookup();
        if (mention.role() == null || scope.nonlocals().contains(mention.name())) {
            return;
        }
        Scope owner = scope.globals().contains(mention.name()) ? scope.module() : scope;
        owner.own(mention.name()).add(mention.role());
    }

    private Binding meaning(Mention mention) {
        return mention.lookup()
                .lookup(mention.name())
                .orElseGet(() -> builtins.own(mention.name()));
    }
}
