package dev.pareto.ui.code;

import dev.pareto.ui.fx.Jobs;
import dev.pareto.ui.fx.Messages;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The editor of one file: its text, the gutter beside it, the ruler at the right. JavaFX thread.
final class CodeEditor extends BorderPane {
    /// As code.css has it.
    private static final double LINE_HEIGHT = 24;

    private final CodeArea area = new CodeArea();
    private final OpenFile file;
    private final Jobs jobs;
    private final Highlighter highlighter;
    private final Ruler ruler = new Ruler(this::seek);
    private final Runnable edited;
    private GutterLayout layout = new GutterLayout(true);
    private boolean loading;
    private boolean refreshing;
    private boolean viewing;

    /// @param edited is called after each edit by a person
    CodeEditor(OpenFile file, Jobs jobs, Runnable edited) {
        this.file = file;
        this.jobs = jobs;
        this.edited = edited;
        getStyleClass().add("editor");
        area.getStyleClass().add("code");
        area.setAccessibleText(Messages.text("code.editor", file.name()));
        highlighter = new Highlighter(area, jobs);
        EditingKeys.install(area);
        var scroll = new VirtualizedScrollPane<>(area);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        for (Node bar : scroll.getChildrenUnmodifiable()) {
            // The pane counts the width of the bar that is never shown.
            if (bar instanceof ScrollBar b && b.getOrientation() == Orientation.VERTICAL) {
                b.resize(0, 0);
            }
        }
        setCenter(scroll);
        setRight(ruler);
        area.setParagraphGraphicFactory(
                line -> new GutterRow(file, line + 1, area.getText(line).isBlank(), layout));
        area.multiPlainChanges().subscribe(this::onChanges);
        area.viewportDirtyEvents().subscribe(_ -> askView());
        file.textProperty().subscribe(this::load);
        file.heatVersionProperty().subscribe(_ -> refresh());
    }

    private void load(@Nullable String text) {
        if (text == null) {
            return;
        }
        loading = true;
        area.replaceText(text);
        area.getUndoManager().forgetHistory();
        highlighter.restart();
        area.moveTo(0);
        area.showParagraphAtTop(0);
        loading = false;
    }

    private void onChanges(List<PlainTextChange> changes) {
        if (loading) {
            return;
        }
        if (changes.size() == 1) {
            onChange(changes.getFirst());
        } else {
            // Their places are those between the changes, and the text is already behind them.
            highlighter.restart();
            file.editMany(area.getText());
        }
        edited.run();
    }

    private void onChange(PlainTextChange change) {
        var position = area.offsetToPosition(change.getPosition(), Bias.Forward);
        int line = position.getMajor();
        highlighter.edit(line, change);
        String text = area.getText(line);
        boolean blankBefore =
                text.substring(0, Math.min(text.length(), position.getMinor())).isBlank();
        file.edit(
                line + 1,
                blankBefore,
                Highlighter.ends(change.getRemoved()),
                Highlighter.ends(change.getInserted()));
    }

    /// Draws what is beside the lines in view anew, before the next frame: in the midst of an edit
    /// the area does not know yet what is in view.
    private void refresh() {
        if (!refreshing) {
            refreshing = true;
            jobs.show(this::refreshNow);
        }
    }

    private void refreshNow() {
        refreshing = false;
        if (!area.getVisibleParagraphs().isEmpty()) {
            int last = area.lastVisibleParToAllParIndex();
            for (int line = area.firstVisibleParToAllParIndex(); line <= last; line++) {
                area.recreateParagraphGraphic(line);
            }
        }
        ruler.show(file);
        showView();
    }

    /// The event may come in the midst of a layout, which nobody may disturb.
    private void askView() {
        if (!viewing) {
            viewing = true;
            jobs.show(this::showView);
        }
    }

    private void showView() {
        viewing = false;
        if (!area.getVisibleParagraphs().isEmpty()) {
            ruler.view(area.firstVisibleParToAllParIndex(), area.getHeight() / LINE_HEIGHT);
        }
    }

    private void seek(double part) {
        int lines = area.getParagraphs().size();
        int half = (int) (area.getHeight() / LINE_HEIGHT / 2);
        area.showParagraphAtTop(Math.clamp((int) (part * lines) - half, 0, lines - 1));
    }

    void setLayout(GutterLayout shown) {
        if (!layout.equals(shown)) {
            layout = shown;
            refresh();
        }
    }

    /// Puts the caret at the beginning of a line's code and shows it, with some lines around it.
    ///
    /// @param line from 1; one beyond the end is the last
    void go(int line) {
        int index = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        area.moveTo(index, LineEdits.indent(area.getText(index)).length(), SelectionPolicy.CLEAR);
        boolean inView =
                area.allParToVisibleParIndex(index)
                        .filter(i -> i > 1 && i < area.getVisibleParagraphs().size() - 2)
                        .isPresent();
        if (!inView) {
            int third = (int) (area.getHeight() / LINE_HEIGHT / 3);
            area.showParagraphAtTop(Math.max(0, index - third));
        }
        area.requestFollowCaret();
    }

    /// Whether it shows a text, and none is being put in.
    boolean isReady() {
        return !loading && file.textProperty().get() != null;
    }

    CodeArea area() {
        return area;
    }

    OpenFile file() {
        return file;
    }

    Highlighter highlighter() {
        return highlighter;
    }

    /// The function that the caret is in; empty at the top level.
    String function() {
        return EnclosingFunction.of(area.getCurrentParagraph(), area::getText);
    }
}
