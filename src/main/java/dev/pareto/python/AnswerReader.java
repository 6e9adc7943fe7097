package dev.pareto.python;

import dev.pareto.python.CodeProblem.SyntaxProblem;
import dev.pareto.python.CodeProblem.Unreadable;
import dev.pareto.python.Parsing.Parsed;
import dev.pareto.source.SourceText;
import dev.pareto.source.Span;
import dev.pareto.source.module.Comment;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the answers of `analyser.py`, which describes them. Their fields come in the order
/// described there: both sides are of one build.
final class AnswerReader {
    private final byte[] answer;
    private final boolean exactInFormattedStrings;

    /// @param exactInFormattedStrings as [ParsedModule] wants to know it
    AnswerReader(byte[] answer, boolean exactInFormattedStrings) {
        this.answer = answer;
        this.exactInFormattedStrings = exactInFormattedStrings;
    }

    /// Major, minor and micro version.
    static List<Integer> version(byte[] answer) {
        try (AnswerTokens in = new AnswerTokens(answer)) {
            in.expectField("version");
            in.open();
            List<Integer> version = List.of(in.number(), in.number(), in.number());
            in.leave();
            return version;
        }
    }

    /// The module, or why there is none.
    Parsing parsing(SourceText source) {
        try (AnswerTokens in = new AnswerTokens(answer)) {
            String field = in.field().orElseThrow();
            if (!field.equals("count")) {
                return problem(in, field, source);
            }
            int count = in.number();
            in.expectField("rows");
            Module tree = new TreeReader(in, source, count).read();
            in.expectField("comments");
            List<Comment> comments = comments(in, source);
            return new Parsed(new ParsedModule(source, tree, comments, exactInFormattedStrings));
        }
    }

    /// The problem that the answer tells of, if it does.
    Optional<CodeProblem> problem(SourceText source) {
        try (AnswerTokens in = new AnswerTokens(answer)) {
            return in.field().map(field -> problem(in, field, source));
        }
    }

    private static CodeProblem problem(AnswerTokens in, String field, SourceText source) {
        String message = in.string();
        if (field.equals("unreadable")) {
            return new Unreadable(source.path(), message);
        }
        in.expectField("line");
        int line = Math.min(in.number(), source.lineCount());
        in.expectField("column");
        int before = in.number() - 1;
        // Python counts characters where Java counts UTF-16 units.
        String text = source.line(line);
        int characters = Math.min(before, text.codePointCount(0, text.length()));
        int units = text.offsetByCodePoints(0, characters);
        int offset = source.lineSpan(line).start() + units;
        return new SyntaxProblem(source.path(), source.place(offset), message);
    }

    private static List<Comment> comments(AnswerTokens in, SourceText source) {
        List<Comment> comments = new ArrayList<>();
        in.open();
        while (in.more()) {
            int line = in.number();
            Span span = new Span(source.offset(line, in.number()), source.lineSpan(line).end());
            comments.add(new Comment(span, line, source.text(span)));
            in.leave();
        }
        return comments;
    }
}
