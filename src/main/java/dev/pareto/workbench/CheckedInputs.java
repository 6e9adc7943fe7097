package dev.pareto.workbench;

import dev.pareto.program.Argument.Role;
import dev.pareto.program.Input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// The further inputs on which a trial compares outputs, so that a fix cannot win by remembering:
/// two other sizes or seeds, smaller sizes first. The same for the same input.
final class CheckedInputs {
    private CheckedInputs() {}

    /// @param sizes asked for by the user; where empty, a quarter and a half of the input's own
    static List<Input> of(Input input, List<Long> sizes) {
        Optional<Long> size = input.size();
        Optional<Long> seed = input.seed();
        List<Long> others =
                size.map(n -> sizes.isEmpty() ? around(n) : asked(n, sizes)).orElse(List.of());
        List<Input> inputs = new ArrayList<>();
        int count = size.isPresent() ? others.size() : seed.isPresent() ? 2 : 0;
        for (int i = 0; i < count; i++) {
            Input other = input;
            if (size.isPresent()) {
                other = other.with(Role.SIZE, others.get(i));
            }
            if (seed.isPresent()) {
                other = other.with(Role.SEED, seed.get() + i + 1);
            }
            inputs.add(new Input(other.label(), other.arguments(), other.stdin()));
        }
        return inputs;
    }

    private static List<Long> asked(long size, List<Long> sizes) {
        return sizes.stream().filter(n -> n != size).distinct().sorted().toList();
    }

    private static List<Long> around(long size) {
        return LongStream.of(size / 4, size / 2, size - 1, size + 1, size + 2)
                .filter(n -> n > 0 && n != size)
                .distinct()
                .limit(2)
                .sorted()
                .boxed()
                .toList();
    }
}
