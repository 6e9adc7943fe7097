package dev.pareto.ui.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.ui.SampleTrials;
import dev.pareto.ui.Samples;
import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.LogAxis;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.workbench.Snapshot;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class VariantsViewModelTest {
    private final VariantsViewModel model = new VariantsViewModel();

    @Test
    void showsAMeasuredVariantInFigures() {
        model.show(Samples.finished(), "baseline");
        var row = model.entry("D").orElseThrow();
        assertEquals(
                new VariantRow.Entry(
                        "D",
                        "NumPy unique",
                        "advice",
                        false,
                        row.time(),
                        new VariantRow.Judged(VerdictState.FASTER, "faster", ""),
                        "4.55×",
                        "4.34–4.71×",
                        new ForestMark(new Ratio(4.55), RatioInterval.of(4.34, 4.71), Tone.LESS),
                        "29.4 MB",
                        new VariantRow.Change(Tone.MORE, "+151 %"),
                        new VariantRow.Checked(VariantRow.Sameness.SAME, "same on 3 inputs"),
                        "11"),
                row);
    }

    @Test
    void keepsRowsOfAnotherMeasureApart() {
        model.show(Samples.finished(), "baseline");
        var ids =
                model.rows().stream()
                        .map(r -> r instanceof VariantRow.Entry e ? e.id() : "--")
                        .toList();
        assertEquals(List.of("baseline", "A", "B", "D", "E", "--", "C"), ids);
        assertEquals(
                new VariantRow.Separator(
                        "Sequential pairs, wall time: not ranked with the rows above; baseline took"
                                + " 0.498 s wall here."),
                model.rows().get(5));
    }

    @Test
    void claimsNoSpeedWhereTheOutputChanged() {
        model.show(Samples.finished(), "baseline");
        var row = model.entry("B").orElseThrow();
        assertEquals("–", row.ratio());
        assertEquals(null, row.mark());
        assertEquals(null, row.time());
        assertEquals(
                new VariantRow.Judged(
                        VerdictState.OUTPUT_CHANGED, "output changed", "stdout, line 1"),
                row.verdict());
    }

    @Test
    void saysThatATrialAgainstAnotherVariantCannotBeCompared() {
        model.show(Samples.finished(), "A");
        assertEquals(
                new VariantRow.Judged(
                        VerdictState.NOT_COMPARABLE,
                        "not comparable",
                        "Measured against baseline, not against bound append. Measure it again."),
                model.entry("D").orElseThrow().verdict());
    }

    @Test
    void callsATrialOnAnotherInputStale() {
        Snapshot state = Samples.finished();
        model.show(
                new Snapshot(
                        state.program(),
                        state.inputs(),
                        Input.of("99"),
                        state.files(),
                        state.variants(),
                        state.profiles(),
                        state.advice(),
                        state.trials()),
                "baseline");
        assertEquals(
                new VariantRow.Judged(
                        VerdictState.STALE,
                        "stale",
                        "Measured on input “workshop” (n 12,000, seed 7). Measure it again for this"
                                + " input."),
                model.entry("D").orElseThrow().verdict());
    }

    @Test
    void setsNoFiguresOfAnotherInterpreterBesideThoseOfNow() {
        Snapshot state = Samples.finished();
        Program program = Samples.program();
        Path python = program.interpreter().executable();
        model.show(
                new Snapshot(
                        program.with(new Interpreter(python, python, "3.14.0", "CPython", null)),
                        state.inputs(),
                        state.input(),
                        state.files(),
                        state.variants(),
                        state.profiles(),
                        state.advice(),
                        state.trials()),
                "baseline");
        var row = model.entry("D").orElseThrow();
        assertEquals(
                new VariantRow.Judged(
                        VerdictState.NOT_COMPARABLE,
                        "not comparable",
                        "Measured with CPython 3.13.0; the program runs with CPython 3.14.0 now."
                                + " Measure it again."),
                row.verdict());
        assertNull(row.mark());
        assertNull(row.time());
        assertNull(model.entry("baseline").orElseThrow().time());
    }

    @Test
    void keepsThePairsOfACancelledTrialButNoVerdict() {
        model.show(
                Samples.snapshot(
                        Samples.variants().subList(0, 2),
                        Map.of(),
                        Map.of(),
                        Map.of("A", SampleTrials.cancelled())),
                "baseline");
        var row = model.entry("A").orElseThrow();
        assertEquals(
                new VariantRow.Judged(
                        VerdictState.CANCELLED,
                        "cancelled",
                        "Stopped after 5 pairs; there is no verdict."),
                row.verdict());
        assertEquals("5", row.pairs());
        assertEquals("refining", row.interval());
    }

    @Test
    void namesTheInput() {
        model.show(Samples.opened(), "baseline");
        assertEquals(
                "compared with baseline, on input “workshop” (n 12,000, seed 7)",
                model.subtitleProperty().get());
        assertEquals("1", model.countProperty().get());
        assertEquals(LogAxis.RATIOS, model.axisProperty().get());
    }

    @Test
    void selectsTheBaselineWhenTheSelectedVariantIsGone() {
        model.show(Samples.finished(), "baseline");
        model.selectedProperty().set("E");
        model.show(Samples.worked(), "baseline");
        assertEquals("baseline", model.selectedProperty().get());
    }
}
