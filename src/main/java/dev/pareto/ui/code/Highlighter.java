package dev.pareto.ui.code;

import dev.pareto.ui.fx.Jobs;

import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours what is in view, and nothing else, so that its work does not grow with the file. How
/// each line begins is followed from edit to edit; where one changes much (an opened string), or
/// the file is large, a job finds it out, and a result that comes too late is dropped.
final class Highlighter {
    /// So many lines are looked at in the middle of a keystroke.
    private static final int AT_ONCE = 2000;

    /// What is styled before the first layout says what is in view.
    private static final int FIRST_VIEW = 80;

    private static final List<String> PLAIN = List.of();
    private static final String FOUND = "found";

    private final CodeArea area;
    private final Jobs jobs;
    private LineStates states = LineStates.of("");
    private @Nullable Pattern found;
    private int version;
    private boolean studying;
    private boolean asked;
    private boolean styling;

    Highlighter(CodeArea area, Jobs jobs) {
        this.area = area;
        this.jobs = jobs;
        area.viewportDirtyEvents().subscribe(_ -> ask());
    }

    /// The whole text is another one.
    void restart() {
        if (area.getParagraphs().size() <= AT_ONCE) {
            version++;
            studying = false;
            states = LineStates.of(area.getText());
        } else {
            states = LineStates.of("");
            study();
        }
        style(0, Math.min(FIRST_VIEW, area.getParagraphs().size()) - 1);
        ask();
    }

    /// Follows an edit.
    ///
    /// @param line where it begins, from 0
    void edit(int line, PlainTextChange change) {
        version++;
        boolean known =
                states.edit(
                        line,
                        ends(change.getRemoved()),
                        ends(change.getInserted()),
                        area::getText,
                        AT_ONCE);
        // A study under way does not know of this edit.
        if (!known || studying) {
            study();
        }
        ask();
    }

    static int ends(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// Marks what matches, or nothing.
    void mark(@Nullable Pattern pattern) {
        found = pattern;
        ask();
    }

    private void study() {
        int studied = ++version;
        studying = true;
        String text = area.getText();
        jobs.start(
                () -> LineStates.of(text),
                result -> {
                    if (studied == version) {
                        states = result;
                        studying = false;
                        ask();
                    }
                },
                _ -> {});
    }

    /// Styles what is in view before the next frame, once, however often it is asked.
    private void ask() {
        if (!asked && !styling) {
            asked = true;
            jobs.show(
                    () -> {
                        asked = false;
                        if (!area.getVisibleParagraphs().isEmpty()) {
                            style(
                                    area.firstVisibleParToAllParIndex(),
                                    area.lastVisibleParToAllParIndex());
                        }
                    });
        }
    }

    private void style(int from, int to) {
        styling = true;
        for (int line = Math.max(0, from); line <= to; line++) {
            String text = area.getText(line);
            if (!text.isEmpty()) {
                StyleSpans<Collection<String>> spans = spans(text, states.start(line));
                if (!spans.equals(area.getStyleSpans(line))) {
                    area.setStyleSpans(line, 0, spans);
                }
            }
        }
        styling = false;
    }

    private StyleSpans<Collection<String>> spans(String text, LexState start) {
        var builder = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (PythonLexer.Token token : PythonLexer.lex(text, start).tokens()) {
            builder.add(PLAIN, token.start() - at);
            builder.add(token.kind().styleClass(), token.end() - token.start());
            at = token.end();
        }
        builder.add(PLAIN, text.length() - at);
        StyleSpans<Collection<String>> spans = builder.create();
        return found == null ? spans : withFound(spans, found.matcher(text), text.length());
    }

    private static StyleSpans<Collection<String>> withFound(
            StyleSpans<Collection<String>> spans, Matcher matcher, int length) {
        var marks = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        while (matcher.find()) {
            marks.add(PLAIN, matcher.start() - at);
            marks.add(List.of(FOUND), matcher.end() - matcher.start());
            at = matcher.end();
        }
        marks.add(PLAIN, length - at);
        return spans.overlay(marks.create(), Highlighter::both);
    }

    private static Collection<String> both(Collection<String> one, Collection<String> other) {
        if (other.isEmpty()) {
            return one;
        }
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
