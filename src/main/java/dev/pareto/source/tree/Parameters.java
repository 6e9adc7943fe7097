package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The parameters of a function or lambda; no node of its own.
///
/// @param rest `*args`
/// @param keywordRest `**kwargs`
public record Parameters(
        List<Parameter> positionalOnly,
        List<Parameter> positional,
        @Nullable Parameter rest,
        List<Parameter> keywordOnly,
        @Nullable Parameter keywordRest) {
    /// All of them, in the order of the source.
    public List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(positionalOnly);
        all.addAll(positional);
        if (rest != null) {
            all.add(rest);
        }
        all.addAll(keywordOnly);
        if (keywordRest != null) {
            all.add(keywordRest);
        }
        return List.copyOf(all);
    }
}
