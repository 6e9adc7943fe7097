package dev.pareto.advice.rule;

import dev.pareto.profile.CodeRange;
import dev.pareto.profile.Question;
import dev.pareto.source.SourceText;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One file of the program as a rule sees it, with all the others.
public record Code(ParsedModule module, OwnCode own) {
    public SourceText source() {
        return module.source();
    }

    public String path() {
        return source().path();
    }

    /// The question how often a statement is reached; the same for all who ask it.
    public Question.Reached reached(Statement statement) {
        CodeRange place = range(statement);
        return new Question.Reached(id("reached", place), place);
    }

    /// The question what an expression gives.
    ///
    /// @param expression one that is read, with an exact span
    public Question.Value value(Expression expression) {
        CodeRange place = range(expression);
        return new Question.Value(id("value", place), place);
    }

    /// The question what an expression gives that should be a text.
    ///
    /// @param expression one that is read, with an exact span
    public Question.Value text(Expression expression) {
        CodeRange place = range(expression);
        return new Question.Value(id("text", place), place);
    }

    /// The question what an expression gives that should be a number.
    ///
    /// @param expression one that is read, with an exact span
    public Question.Value number(Expression expression) {
        CodeRange place = range(expression);
        return new Question.Value(id("number", place), place);
    }

    /// The question what an `in` looks through, and whether that stays the same from some points
    /// on.
    ///
    /// @param comparison with one operator
    public Question.Membership membership(Node comparison, List<Question.Reached> points) {
        CodeRange place = range(comparison);
        return new Question.Membership(
                id("membership", place),
                place,
                points.stream().map(Question.Reached::id).distinct().toList());
    }

    /// The question what a container holds, and whether that stays the same from a point on.
    ///
    /// @param container an expression that is read, with an exact span
    public Question.Contents contents(Expression container, Question.Reached point) {
        CodeRange place = range(container);
        return new Question.Contents(
                id("contents", place) + " since " + point.id(), place, List.of(point.id()));
    }

    /// The question in what a loop looks for items with a certain key.
    ///
    /// @param container what it goes through, an expression with an exact span
    /// @param key the way from an item to its key
    /// @param sought the way to the key that is looked for
    public Question.Join join(
            Expression container, KeyPath key, KeyPath sought, Question.Reached point) {
        CodeRange place = range(container);
        return new Question.Join(
                id("join", place) + " since " + point.id(),
                place,
                List.of(point.id()),
                module.text(sought.root()),
                key.steps(),
                sought.steps());
    }

    /// The question how long an `await` waits.
    ///
    /// @param await one with an exact span
    public Question.Awaited awaited(Expression.Await await) {
        CodeRange place = range(await);
        return new Question.Awaited(id("awaited", place), place);
    }

    /// The question with what a function is called.
    public Question.Calls calls(FunctionDef function) {
        CodeRange place = range(function);
        return new Question.Calls(id("calls", place), place);
    }

    private static String id(String kind, CodeRange place) {
        return "%s %s %d:%d-%d:%d"
                .formatted(
                        kind,
                        place.path(),
                        place.line(),
                        place.column(),
                        place.endLine(),
                        place.endColumn());
    }

    /// The place of a node as the interpreter counts.
    public CodeRange range(Node node) {
        int end = node.span().end();
        return new CodeRange(
                path(),
                node.line(),
                column(node.span().start()),
                source().lineOf(end),
                column(end));
    }

    private int column(int offset) {
        int start = source().lineSpan(source().lineOf(offset)).start();
        return source().text().substring(start, offset).getBytes(StandardCharsets.UTF_8).length;
    }
}
