package dev.pareto.advice;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Node;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Names a suggestion so that it keeps its name while the code elsewhere changes.
final class SuggestionId {
    private SuggestionId() {}

    static String of(Case found) {
        ParsedModule module = found.code().module();
        Node place = found.finding().places().getFirst();
        CRC32 hash = new CRC32();
        hash.update(module.text(place).getBytes(StandardCharsets.UTF_8));
        return "%s:%s:%s:%08x"
                .formatted(
                        found.rule().id(),
                        found.code().path(),
                        module.scopeOf(place).qualifiedName(),
                        hash.getValue());
    }
}
