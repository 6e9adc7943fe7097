package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.program.Output;
import dev.pareto.python.Workspace.Proof;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.Outcome.Broken;
import dev.pareto.trial.Outcome.Done;
import dev.pareto.trial.Verdict.FirstDifference;
import dev.pareto.trial.output.Comparison;
import dev.pareto.trial.output.Difference;
import dev.pareto.trial.output.Finding;
import dev.pareto.trial.output.Repeats;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ends a trial over what two runs did, whatever time they took: a variant that fails, was not what
/// ran, or does something else.
final class Judge {
    private static final int MOST_NOTES = 5;

    private final Contender baseline;
    private final Contender candidate;
    private final Comparison comparison;

    Judge(Contender baseline, Contender candidate, Comparison comparison) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.comparison = comparison;
    }

    /// The verdict over a pair that was not stopped; empty when both did the same.
    ///
    /// @param where begins the place of a difference; empty for the timed input
    Optional<Verdict> on(Both both, String where, Repeats repeats) throws InterruptedException {
        if (both.baseline() instanceof Done before && both.candidate() instanceof Done after) {
            Optional<Verdict> failed = onFailure(both);
            return failed.isPresent() ? failed : difference(before, after, where, repeats);
        }
        return onFailure(both);
    }

    /// The verdict over runs of which at least one failed; empty when none did.
    Optional<Verdict> onFailure(Both both) {
        if (both.baseline() instanceof Done before && both.candidate() instanceof Done after) {
            return failures(before.left().output(), after.left().output());
        }
        return Optional.of(new Verdict.Failed(failure(both)));
    }

    /// What is not compared, since it changes from run to run of the baseline; for people.
    List<String> notes() {
        return comparison.masked().stream()
                .limit(MOST_NOTES)
                .map(m -> "Not compared: " + m)
                .toList();
    }

    /// The verdict over variants whose changes did not run; empty when they did.
    Optional<Verdict> onProof() {
        return Stream.of(baseline, candidate)
                .map(one -> one.workspace().proof())
                .filter(Proof.NotLoaded.class::isInstance)
                .map(Proof.NotLoaded.class::cast)
                .findFirst()
                .map(
                        proof ->
                                new Verdict.Failed(
                                        "Your change was not executed, because "
                                                + proof.reason()
                                                + " ("
                                                + proof.path()
                                                + ")."));
    }

    private String failure(Both both) {
        if (both.baseline() instanceof Broken(String before)) {
            return both.candidate() instanceof Broken(String after)
                    ? before.equals(after)
                            ? "Both variants fail in the same way: each " + after + "."
                            : candidate.label()
                                    + " "
                                    + after
                                    + "; "
                                    + lower(baseline)
                                    + " "
                                    + before
                                    + "."
                    : baseline.label()
                            + " itself fails: it "
                            + before
                            + ". The candidate does not.";
        }
        String after = both.candidate() instanceof Broken(String how) ? how : "did not end";
        return candidate.label() + " " + after + ". " + baseline.label() + " ended by itself.";
    }

    /// A program may end with a status on purpose, but one that ends with an uncaught exception
    /// before and after is not worth timing.
    private Optional<Verdict> failures(Output before, Output after) {
        return before.succeeded()
                ? Optional.empty()
                : before.exceptionType()
                        .map(
                                type ->
                                        new Verdict.Failed(
                                                baseline.label()
                                                        + " itself fails with "
                                                        + lastLine(before, type)
                                                        + (after.succeeded()
                                                                ? ". The candidate does not."
                                                                : after.exceptionType()
                                                                                .equals(
                                                                                        Optional.of(
                                                                                                type))
                                                                        ? ", and so does the"
                                                                                + " candidate."
                                                                        : ".")
                                                        + " Nothing was measured."));
    }

    private Optional<Verdict> difference(Done before, Done after, String where, Repeats repeats)
            throws InterruptedException {
        return switch (comparison.compare(before.left(), after.left(), repeats)) {
            case Finding.Same() -> Optional.empty();
            case Finding.Different(Difference first) ->
                    Optional.of(new Verdict.OutputChanged(at(where, first)));
            case Finding.Random(String reason) ->
                    Optional.of(
                            new Verdict.Failed(
                                    "The output of "
                                            + lower(baseline)
                                            + " is random and cannot be compared: "
                                            + where
                                            + reason
                                            + ". Give the program a seed. A duration is known by"
                                            + " its unit, as in “0.2 s”."));
            case Finding.Unknown(Difference first) ->
                    Optional.of(new Verdict.OutputChanged(at(where, first)));
        };
    }

    private static FirstDifference at(String where, Difference difference) {
        return new FirstDifference(
                where + difference.where(),
                difference.baseline(),
                difference.candidate(),
                difference.likelyReason());
    }

    static String place(Input input) {
        return "with " + (input.label().isEmpty() ? input.name() : input.label()) + ": ";
    }

    private static String lower(Contender one) {
        String label = one.label();
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static String lastLine(Output output, String type) {
        return output.stderr()
                .text()
                .lines()
                .filter(line -> line.startsWith(type))
                .reduce((_, last) -> last)
                .orElse(type);
    }
}
