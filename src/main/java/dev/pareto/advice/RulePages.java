package dev.pareto.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The pages that explain the rules: when each helps, when it does not, and why.
public final class RulePages {
    private RulePages() {}

    /// A rule's page as Markdown; empty for an unknown rule.
    ///
    /// @param rule its id, as in "set-lookup"
    public static Optional<String> page(String rule) {
        // Ids come from stored advice too: nothing but a plain name may become a path.
        if (!rule.matches("[a-z][a-z0-9-]*")) {
            return Optional.empty();
        }
        try (InputStream page = RulePages.class.getResourceAsStream(rule + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The page of " + rule + " cannot be read", e);
        }
    }
}
