package dev.pareto.ui.main;

import dev.pareto.advice.Suggestion;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.FunctionPlace;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.python.Running;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.advice.AdviceViewModel;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.output.OutputViewModel;
import dev.pareto.workbench.AdvicePhase;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.RunReport;
import dev.pareto.workbench.RunSummary;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Runs, profiles, and looks for advice: what a person asks for first. JavaFX thread.
final class ProfileLoop {
    private static final double TICK = 200;

    private final Desk desk;
    private final AdviceViewModel advice;
    private final OutputViewModel output;
    private final BiConsumer<RunSummary, String> ended;
    private final Consumer<ProfileReport> profiled;
    private final Timeline clock = new Timeline();
    private long begin;

    /// @param ended hears how each run has ended, and what it printed to stderr;
    /// @param profiled of a profile
    ProfileLoop(
            Desk desk,
            AdviceViewModel advice,
            OutputViewModel output,
            BiConsumer<RunSummary, String> ended,
            Consumer<ProfileReport> profiled) {
        this.desk = desk;
        this.advice = advice;
        this.output = output;
        this.ended = ended;
        this.profiled = profiled;
        clock.setCycleCount(Animation.INDEFINITE);
        // Also when the job was of a program that is not on the desk any more.
        desk.busyProperty().subscribe(this::ended);
    }

    private void ended(boolean busy) {
        if (!busy) {
            clock.stop();
            advice.looked();
        }
    }

    /// Runs the shown variant once, as it is.
    void run() {
        String variant = desk.shownProperty().get();
        output.running("", "", WallTime.ZERO);
        begin = System.nanoTime();
        desk.start(
                Messages.text("loop.running"),
                (session, stop) -> session.run(variant, stop, this::started),
                report -> {
                    show(report);
                    ended.accept(report.summary(), report.errors());
                },
                _ -> {
                    clock.stop();
                    output.clear();
                });
    }

    /// Its output is shown while it runs.
    private void started(Running program) {
        desk.soon(
                () -> {
                    clock.getKeyFrames()
                            .setAll(new KeyFrame(Duration.millis(TICK), _ -> tick(program)));
                    if (desk.busyProperty().get()) {
                        clock.playFromStart();
                    }
                });
    }

    private void tick(Running program) {
        output.running(
                program.printedSoFar(),
                program.errorsSoFar(),
                WallTime.ofNanos(System.nanoTime() - begin));
    }

    private void show(RunReport report) {
        clock.stop();
        desk.session().ifPresent(s -> output.show(report.ended(), s.snapshot().files()));
    }

    /// Profiles the shown variant, then looks for advice.
    void profile(Optional<EngineKind> engine) {
        if (desk.busyProperty().get()) {
            return;
        }
        String variant = desk.shownProperty().get();
        advice.looking(Messages.text("loop.profiling"), -1);
        desk.start(
                Messages.text("loop.profiling"),
                (session, stop) -> session.profile(variant, engine, stop, this::tell),
                this::profiled,
                advice::failed);
    }

    /// Looks at some functions of the shown variant line by line.
    void lines(Set<FunctionPlace> picked) {
        if (desk.busyProperty().get() || picked.isEmpty()) {
            return;
        }
        String variant = desk.shownProperty().get();
        desk.start(
                Messages.text("loop.profiling"),
                (session, stop) -> session.profileLines(variant, picked, stop, this::tell),
                this::ended,
                _ -> {});
    }

    private void tell(ProfileProgress.Phase phase, WallTime elapsed, long samples) {
        String word = Messages.text("loop.profile." + phase.name().toLowerCase(Locale.ROOT));
        String counts =
                samples == 0
                        ? elapsed.toString()
                        : Messages.text("loop.samples", elapsed, Figures.count(samples));
        desk.soon(
                () -> {
                    if (desk.busyProperty().get()) {
                        desk.status().progress(word, counts, -1);
                        advice.looking(word, -1);
                    }
                });
    }

    private void profiled(ProfileReport report) {
        ended(report);
        profiled.accept(report);
        if (report.profile().complete() && !report.profile().lines().isEmpty()) {
            advise();
        } else {
            advice.looked();
        }
    }

    private void ended(ProfileReport report) {
        report.run()
                .ifPresent(
                        run ->
                                desk.session()
                                        .ifPresent(s -> output.show(run, s.snapshot().files())));
        report.ending()
                .ifPresent(
                        summary ->
                                ended.accept(
                                        summary,
                                        report.run().map(run -> run.stderr().text()).orElse("")));
    }

    /// Looks for advice for the shown variant, which must have a profile.
    void advise() {
        String variant = desk.shownProperty().get();
        advice.looking(Messages.text("loop.advice.reading"), -1);
        desk.start(
                Messages.text("loop.advising"),
                (session, stop) -> session.advise(variant, stop, this::tell),
                _ -> advice.looked(),
                advice::failed);
    }

    /// Makes a copy of the environment with what a suggestion lacks, and looks again.
    void add(Suggestion suggestion) {
        if (desk.busyProperty().get() || suggestion.missing().isEmpty()) {
            return;
        }
        String name = suggestion.missing().getFirst();
        String adding = Messages.text("loop.adding", name);
        advice.looking(adding, -1);
        desk.start(
                adding,
                (session, stop) -> {
                    session.addPackage(name, stop, this::tell);
                    return name;
                },
                _ -> advise(),
                advice::failed);
    }

    private void tell(String line) {
        desk.soon(
                () -> {
                    if (desk.busyProperty().get()) {
                        desk.status().progress(line, "", -1);
                        advice.looking(line, -1);
                    }
                });
    }

    private void tell(AdvicePhase phase) {
        String word = Messages.text("loop.advice." + phase.name().toLowerCase(Locale.ROOT));
        desk.soon(
                () -> {
                    if (desk.busyProperty().get()) {
                        desk.status().progress(word, "", -1);
                        advice.looking(word, -1);
                    }
                });
    }
}
