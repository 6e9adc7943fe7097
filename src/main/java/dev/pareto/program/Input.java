package dev.pareto.program;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One named set of arguments and standard input of a program. A verdict names the inputs that it
/// holds for.
public record Input(String name, List<Argument> arguments, Stdin stdin) {
    public Input {
        arguments = List.copyOf(arguments);
    }

    /// An input with plain arguments and an empty standard input.
    public static Input of(String... arguments) {
        return new Input(
                "default", Stream.of(arguments).map(Argument::plain).toList(), Stdin.EMPTY);
    }

    /// The arguments as the program gets them.
    public List<String> texts() {
        return arguments.stream().map(Argument::text).toList();
    }

    /// The marked size, where there is one and it is a whole number.
    public Optional<Long> size() {
        return number(Argument.Role.SIZE);
    }

    /// The marked seed, where there is one and it is a whole number.
    public Optional<Long> seed() {
        return number(Argument.Role.SEED);
    }

    /// The same input with another number at every argument that has the role.
    public Input with(Argument.Role role, long number) {
        return new Input(
                name,
                arguments.stream()
                        .map(a -> a.role() == role ? new Argument(Long.toString(number), role) : a)
                        .toList(),
                stdin);
    }

    /// For people: `--n 2000 --seed 7`.
    public String label() {
        return String.join(" ", texts());
    }

    private Optional<Long> number(Argument.Role role) {
        return arguments.stream()
                .filter(a -> a.role() == role && a.text().matches("-?\\d{1,18}"))
                .findFirst()
                .map(a -> Long.parseLong(a.text()));
    }
}
