package dev.pareto.source.module;

import dev.pareto.source.SourceText;
import dev.pareto.source.Span;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.ExceptHandler;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Pattern.MatchAs;
import dev.pareto.source.tree.Pattern.MatchMapping;
import dev.pareto.source.tree.Pattern.MatchStar;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Global;
import dev.pareto.source.tree.Statement.Nonlocal;
import dev.pareto.source.tree.TypeParameter;

import java.util.ArrayList;
import java.util.List;

/// Finds the identifiers that Python's `ast` keeps as plain strings, without a position.
///
/// It reads the text, because a name may be spelt differently than it is called (Python normalises
/// identifiers), and space, comments and line ends may stand before it.
final class NameTokens {
    private final String text;

    NameTokens(SourceText source) {
        this.text = source.text();
    }

    Span ofFunction(FunctionDef function) {
        Span keyword = next(function.span().start());
        return next(function.async() ? next(keyword.end()).end() : keyword.end());
    }

    Span ofClass(ClassDef definition) {
        return next(next(definition.span().start()).end());
    }

    Span ofAlias(Alias alias) {
        Span span = alias.span();
        return alias.asName() == null ? next(span.start()) : previous(span.end());
    }

    /// @param handler one with a type and a name
    Span ofHandler(ExceptHandler handler, Node type) {
        return next(next(type.span().end()).end());
    }

    Span ofTypeParameter(TypeParameter parameter) {
        return next(parameter.span().start());
    }

    Span ofCapture(MatchAs pattern) {
        return previous(pattern.span().end());
    }

    Span ofCapture(MatchStar pattern) {
        return next(pattern.span().start());
    }

    Span ofRest(MatchMapping pattern) {
        // `**rest` is the last part; after it come only a comma, space, comments and the brace.
        int from = pattern.span().start() + 1;
        for (Node part : pattern.children()) {
            from = Math.max(from, part.span().end());
        }
        return next(from);
    }

    List<Span> ofDeclaration(Global declaration) {
        return following(declaration, declaration.names().size());
    }

    List<Span> ofDeclaration(Nonlocal declaration) {
        return following(declaration, declaration.names().size());
    }

    private List<Span> following(Node keyword, int count) {
        List<Span> found = new ArrayList<>();
        Span last = next(keyword.span().start());
        for (int i = 0; i < count; i++) {
            last = next(last.end());
            found.add(last);
        }
        return found;
    }

    /// The first identifier at or after an offset, comments left out.
    Span next(int offset) {
        int start = offset;
        while (start < text.length() && !Character.isUnicodeIdentifierStart(at(start))) {
            char c = text.charAt(start);
            if (c == '_') {
                break;
            }
            start = c == '#' ? endOfLine(start) : start + 1;
        }
        int end = start;
        while (end < text.length() && isPart(at(end))) {
            end += Character.charCount(at(end));
        }
        return new Span(start, end);
    }

    /// The identifier that ends at an offset.
    private Span previous(int end) {
        int start = end;
        while (start > 0 && isPart(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return new Span(start, end);
    }

    private int at(int offset) {
        return text.codePointAt(offset);
    }

    private int endOfLine(int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static boolean isPart(int c) {
        return c == '_' || Character.isUnicodeIdentifierPart(c);
    }
}
