package dev.pareto.ui.code;

import dev.pareto.ui.fx.Jobs;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// One editor for each open file; sends what was typed once the typing rests.
final class Editors implements CodeSession {
    private static final Duration REST = Duration.millis(400);

    private final CodeViewModel model;
    private final CodeActions.Edited edited;
    private final Jobs jobs;
    private final Consumer<CodeEditor> made;
    private final Map<OpenFile, CodeEditor> all = new HashMap<>();
    private final PauseTransition rest = new PauseTransition(REST);

    /// @param made is given each new editor
    Editors(CodeViewModel model, CodeActions.Edited edited, Jobs jobs, Consumer<CodeEditor> made) {
        this.model = model;
        this.edited = edited;
        this.jobs = jobs;
        this.made = made;
        rest.setOnFinished(_ -> flush());
    }

    /// The editor of a file; made when it is asked for the first time.
    CodeEditor of(OpenFile file) {
        CodeEditor known = all.get(file);
        if (known != null) {
            return known;
        }
        var fresh = new CodeEditor(file, jobs, this::onEdit);
        all.put(file, fresh);
        made.accept(fresh);
        return fresh;
    }

    private void onEdit() {
        rest.playFromStart();
        model.updateHotLine();
    }

    /// Forgets the editors of files that are open no more.
    void prune() {
        all.keySet().retainAll(model.files());
    }

    @Override
    public @Nullable String typed(String path) {
        return model.file(path)
                .map(all::get)
                .filter(editor -> editor.file().textProperty().get() != null)
                .map(editor -> editor.area().getText())
                .orElse(null);
    }

    @Override
    public void flush() {
        rest.stop();
        String variant = model.variantProperty().get();
        for (CodeEditor editor : Map.copyOf(all).values()) {
            OpenFile file = editor.file();
            if (file.isEdited()) {
                edited.accept(variant, file.path(), file.settle(editor.area().getText()));
            }
        }
        model.updateHotLine();
    }
}
