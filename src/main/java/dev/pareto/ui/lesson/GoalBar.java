package dev.pareto.ui.lesson;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// How far one is, with a mark at the goal and a word under each.
final class GoalBar extends Region {
    private static final double HEIGHT = 6;
    private static final double TOP = 3;

    private final Region track = part("goal-track");
    private final Region bar = part("goal-part");
    private final Region mark = part("goal-mark");
    private final Label word = new Label();
    private final Label goalWord = new Label();
    private final double reached;
    private final double needed;

    GoalBar(TaskProgress progress, String goal) {
        reached = Math.clamp(progress.reached(), 0, 1);
        needed = Math.clamp(progress.needed(), 0, 1);
        word.setText(progress.word());
        goalWord.setText(goal);
        getStyleClass().add("goal-bar");
        setMinHeight(30);
        setPrefHeight(30);
        setAccessibleText(progress.word() + ", " + goal);
        getChildren().addAll(track, bar, mark, word, goalWord);
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        track.resizeRelocate(0, TOP, width, HEIGHT);
        bar.resizeRelocate(0, TOP, snapSizeX(width * reached), HEIGHT);
        double at = snapPositionX(width * needed);
        mark.resizeRelocate(at - 1, 0, 2, HEIGHT + 2 * TOP);
        double goalWidth = goalWord.prefWidth(-1);
        double goalAt = Math.clamp(at - goalWidth / 2, 0, Math.max(0, width - goalWidth));
        goalWord.resizeRelocate(goalAt, 13, goalWidth, 16);
        word.resizeRelocate(0, 13, Math.max(0, goalAt - 6), 16);
    }
}
