package dev.pareto;

/// Starts Pareto: without arguments the window, with a command the same work in text.
///
/// It does not extend `javafx.application.Application`, because the launcher of the JDK would then
/// start JavaFX before a line of ours has run, even for a command that needs no display.
public final class Pareto {
    private Pareto() {}

    /// What Pareto calls itself, in the title of the window and in reports.
    static String name() {
        return "Pareto";
    }

    public static void main(String[] arguments) {
        IO.println(name() + " " + String.join(" ", arguments));
    }
}
