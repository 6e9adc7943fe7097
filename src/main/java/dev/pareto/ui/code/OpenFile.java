package dev.pareto.ui.code;

import dev.pareto.workbench.Problem;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A file in a tab: what it shows, and which line has which figures. JavaFX thread.
final class OpenFile {
    /// A text to show, as it was read.
    ///
    /// @param text with `\n` alone; @param lineEnd that its file has
    /// @param measured the text that the heat is of; @param map from it to this one
    record Reading(String text, String lineEnd, String measured, LineMap map) {
        static Reading of(String text, String measured) {
            String plain = LineEnds.plain(text);
            String before = LineEnds.plain(measured);
            return new Reading(plain, LineEnds.of(text), before, LineMap.between(before, plain));
        }
    }

    /// Echoes of so many edits may be on their way.
    private static final int MOST_SENT = 8;

    private final String path;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable String> text = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper heatVersion = new ReadOnlyIntegerWrapper();

    private FileHeat heat = FileHeat.NONE;
    private LineMap map = LineMap.identity(1);
    private String measured = "";
    private Map<Integer, String> notes = Map.of();
    private int lines = 1;
    private String lineEnd = "\n";
    private String known = "";
    private boolean edited;
    private final List<String> sent = new ArrayList<>();

    OpenFile(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /// The last part of the path.
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// What was read arrives. A text that a person has typed meanwhile is kept where the reading is
    /// but the echo of an edit, or what it was before.
    ///
    /// @param typed what the editor holds; null where it holds nothing yet
    void show(
            Reading reading, FileHeat newHeat, Map<Integer, String> words, @Nullable String typed) {
        int echo = sent.indexOf(reading.text());
        boolean keep =
                typed != null
                        && (typed.equals(reading.text())
                                || echo >= 0
                                || (edited && known.equals(reading.text())));
        known = reading.text();
        sent.subList(0, echo + 1).clear();
        boolean sameMeasurement =
                measured.equals(reading.measured()) && heat.lines().equals(newHeat.lines());
        if (!keep) {
            map = reading.map();
            edited = false;
            sent.clear();
        } else if (typed != null && !sameMeasurement) {
            map = LineMap.between(reading.measured(), typed);
        }
        measured = reading.measured();
        lineEnd = reading.lineEnd();
        heat = edited || !map.isIdentity() ? newHeat.asStale() : newHeat;
        notes = words;
        lines = map.lines();
        problem.set(null);
        if (!keep) {
            // Even an equal text is to be shown anew: what was typed over it is gone.
            text.set(null);
            text.set(reading.text());
        }
        refresh();
    }

    void fail(Problem why) {
        problem.set(why);
    }

    /// Follows a person's edit; see [LineMap#edit].
    void edit(int line, boolean blankBefore, int removed, int inserted) {
        edited = true;
        map.edit(line, blankBefore, removed, inserted);
        lines = map.lines();
        FileHeat before = heat;
        heat = heat.asStale();
        notes = Map.of();
        if (removed != inserted || !before.equals(heat)) {
            refresh();
        }
    }

    /// Follows an edit at several places at once.
    ///
    /// @param typed the whole text after it
    void editMany(String typed) {
        edited = true;
        map = LineMap.between(measured, typed).or(map);
        lines = map.lines();
        heat = heat.asStale();
        notes = Map.of();
        refresh();
    }

    /// Whether a person has typed what was not sent yet.
    boolean isEdited() {
        return edited;
    }

    /// The typing has come to rest: an undo may have brought lines back.
    ///
    /// @return the text to send, as its file would have it
    String settle(String typed) {
        edited = false;
        sent.add(typed);
        if (sent.size() > MOST_SENT) {
            sent.removeFirst();
        }
        map = LineMap.between(measured, typed).or(map);
        refresh();
        return LineEnds.restored(typed, lineEnd);
    }

    private void refresh() {
        heatVersion.set(heatVersion.get() + 1);
    }

    void setChanged(boolean isChanged) {
        changed.set(isChanged);
    }

    /// The figures of a shown line; null where it has none.
    @Nullable LineFigures figures(int line) {
        return heat.lines().get(map.origin(line));
    }

    @Nullable String note(int line) {
        return notes.get(line);
    }

    FileHeat heat() {
        return heat;
    }

    int lines() {
        return lines;
    }

    /// The shown lines with figures, from the top.
    List<Integer> heated() {
        List<Integer> all = new ArrayList<>();
        if (!heat.lines().isEmpty()) {
            for (int line = 1; line <= lines; line++) {
                if (figures(line) != null) {
                    all.add(line);
                }
            }
        }
        return all;
    }

    /// Whether the variant that is shown changes this file.
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// The text to show; null until it is read.
    ReadOnlyObjectProperty<@Nullable String> textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Why it cannot be shown; null where it can.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Changes whenever figures have moved or changed.
    ReadOnlyIntegerProperty heatVersionProperty() {
        return heatVersion.getReadOnlyProperty();
    }
}
