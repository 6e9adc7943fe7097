package dev.pareto.ui.program;

import dev.pareto.program.Argument;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Keeps the meaning of arguments while their texts are edited.
final class ArgumentRoles {
    private ArgumentRoles() {}

    /// New texts with the roles of the old arguments: by place where as many are left, else each
    /// role stays with the argument that has the same text.
    static List<Argument> edited(List<Argument> before, List<String> texts) {
        if (before.size() == texts.size()) {
            return IntStream.range(0, texts.size())
                    .mapToObj(i -> new Argument(texts.get(i), before.get(i).role()))
                    .toList();
        }
        List<Argument> left = new ArrayList<>(before);
        List<Argument> edited = new ArrayList<>();
        for (String text : texts) {
            Argument known =
                    left.stream()
                            .filter(a -> a.text().equals(text))
                            .findFirst()
                            .orElse(Argument.plain(text));
            left.remove(known);
            edited.add(known);
        }
        return edited;
    }

    /// Gives one argument a role; whoever had it becomes plain, since there is one size and one
    /// seed.
    static List<Argument> marked(List<Argument> before, int index, Argument.Role role) {
        return IntStream.range(0, before.size())
                .mapToObj(
                        i -> {
                            Argument one = before.get(i);
                            if (i == index) {
                                return new Argument(one.text(), role);
                            }
                            return one.role() == role ? Argument.plain(one.text()) : one;
                        })
                .toList();
    }
}
