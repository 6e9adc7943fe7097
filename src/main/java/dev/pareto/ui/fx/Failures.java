package dev.pareto.ui.fx;

import dev.pareto.workbench.Problem;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What was not expected, as a problem: the sentence for people, the rest to copy.
public final class Failures {
    private Failures() {}

    public static Problem problem(Throwable thrown) {
        var details = new StringWriter();
        thrown.printStackTrace(new PrintWriter(details));
        return new Problem(
                Problem.Kind.INTERNAL,
                Messages.text("failure.what"),
                Messages.text("failure.meaning"),
                Messages.text("failure.remedy"),
                details.toString());
    }
}
