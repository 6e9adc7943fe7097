package dev.pareto.ui.code;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.fxmisc.richtext.CodeArea;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What Enter, Tab and Backspace do in Python, and the commands that change whole lines. Each is
/// one step of undo.
final class EditingKeys {
    private static final int LINES_FOR_UNIT = 400;

    private final CodeArea area;

    private EditingKeys(CodeArea area) {
        this.area = area;
    }

    static void install(CodeArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, new EditingKeys(area)::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.isControlDown()) {
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        } else if (event.getCode() == KeyCode.TAB) {
            tab(event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            enter();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && backspace()) {
            event.consume();
        }
    }

    private void enter() {
        int start = area.getSelection().getStart();
        var position =
                area.offsetToPosition(start, org.fxmisc.richtext.model.TwoDimensional.Bias.Forward);
        String before = area.getText(position.getMajor()).substring(0, position.getMinor());
        area.replaceSelection("\n" + LineEdits.next(before, unit()));
        area.requestFollowCaret();
    }

    private void tab(boolean back) {
        String unit = unit();
        if (back) {
            change(area, lines -> LineEdits.outdented(lines, unit));
        } else if (area.getSelectedText().contains("\n")) {
            change(area, lines -> LineEdits.indented(lines, unit));
        } else if (unit.equals("\t")) {
            area.replaceSelection(unit);
        } else {
            int column = area.getCaretColumn() - area.getSelection().getLength();
            int width = unit.length();
            area.replaceSelection(" ".repeat(width - Math.floorMod(column, width)));
        }
    }

    /// Takes a whole step of indentation away.
    private boolean backspace() {
        int column = area.getCaretColumn();
        String unit = unit();
        if (area.getSelection().getLength() > 0 || column < unit.length()) {
            return false;
        }
        String before = area.getText(area.getCurrentParagraph()).substring(0, column);
        if (!before.isBlank() || !before.endsWith(unit)) {
            return false;
        }
        int caret = area.getCaretPosition();
        area.deleteText(caret - unit.length(), caret);
        return true;
    }

    private String unit() {
        int lines = Math.min(LINES_FOR_UNIT, area.getParagraphs().size());
        return LineEdits.unit(IntStream.range(0, lines).mapToObj(area::getText).toList());
    }

    static void comment(CodeArea area) {
        change(area, LineEdits::commented);
    }

    /// Changes the lines of the selection, and selects them again where there were several.
    private static void change(CodeArea area, UnaryOperator<List<String>> edit) {
        int first = area.getCaretSelectionBind().getStartParagraphIndex();
        int last = area.getCaretSelectionBind().getEndParagraphIndex();
        boolean several = last > first;
        if (several && area.getCaretSelectionBind().getEndColumnPosition() == 0) {
            last--;
        }
        List<String> lines = IntStream.rangeClosed(first, last).mapToObj(area::getText).toList();
        List<String> fresh = edit.apply(lines);
        if (fresh.equals(lines)) {
            return;
        }
        int column = area.getCaretColumn();
        int end = area.getText(last).length();
        area.replaceText(first, 0, last, end, String.join("\n", fresh));
        if (several) {
            area.selectRange(first, 0, last, fresh.getLast().length());
        } else {
            int moved = column + fresh.getFirst().length() - lines.getFirst().length();
            area.moveTo(first, Math.clamp(moved, 0, fresh.getFirst().length()));
        }
    }
}
