package dev.pareto.trial.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A line of which some tokens may change from run to run.
///
/// @param slots one for each token that is not blank
record Template(List<Slot> slots) {
    Template {
        slots = List.copyOf(slots);
    }

    /// What must stand at one place of the line.
    sealed interface Slot {
        /// This and nothing else.
        record Fixed(Token token) implements Slot {}

        /// Anything of this class.
        record Masked(Volatile what) implements Slot {}
    }

    /// The line with its masked tokens replaced by their class; empty when the line is another one.
    Optional<String> applied(String line) {
        List<Token> tokens = Token.visible(line);
        if (tokens.size() != slots.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < tokens.size(); i++) {
            boolean fits =
                    switch (slots.get(i)) {
                        case Slot.Fixed(Token token) -> token.equals(tokens.get(i));
                        case Slot.Masked(Volatile what) -> what.fits(tokens.get(i));
                    };
            if (!fits) {
                return Optional.empty();
            }
        }
        return Optional.of(text());
    }

    /// For people: "took ‹duration› s".
    String text() {
        return slots.stream()
                .map(
                        slot ->
                                switch (slot) {
                                    case Slot.Fixed(Token token) -> token.text();
                                    case Slot.Masked(Volatile what) -> "‹" + what.label() + "›";
                                })
                .collect(Collectors.joining(" "));
    }
}
