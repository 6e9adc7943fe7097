package dev.pareto.program;

/// One argument of an input, with the meaning that the user gave it.
public record Argument(String text, Role role) {
    /// What an argument stands for.
    public enum Role {
        PLAIN,
        /// The size of the input, `{n}`.
        SIZE,
        /// The seed of its random data, `{seed}`.
        SEED
    }

    public static Argument plain(String text) {
        return new Argument(text, Role.PLAIN);
    }
}
