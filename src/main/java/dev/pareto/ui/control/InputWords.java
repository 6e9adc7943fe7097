package dev.pareto.ui.control;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.quantity.Figures;

import java.util.ArrayList;
import java.util.List;

/// An input in words.
public final class InputWords {
    private InputWords() {}

    /// "“workshop” (n 12,000, seed 7)"; plain arguments as they are.
    public static String of(Input input) {
        String what = arguments(input);
        return what.isEmpty() ? "“" + input.name() + "”" : "“" + input.name() + "” (" + what + ")";
    }

    /// "n 12,000, seed 7"; empty where there are no arguments.
    public static String arguments(Input input) {
        List<String> marks = new ArrayList<>();
        input.size().ifPresent(n -> marks.add("n " + Figures.count(n)));
        input.seed().ifPresent(s -> marks.add("seed " + s));
        if (marks.size() < input.arguments().size()) {
            input.arguments().stream()
                    .filter(a -> a.role() == Argument.Role.PLAIN)
                    .map(Argument::text)
                    .forEach(marks::add);
        }
        return String.join(", ", marks);
    }
}
