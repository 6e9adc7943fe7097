package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.ItemNames;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Comment;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A loop which does nothing but collect into one variable that was made just before it.
///
/// @param start the statement that makes the variable; @param initial its value
/// @param condition of the only `if` around what the body does; null for none
/// @param body what is done for each item
record CollectingLoop(
        Code code,
        For loop,
        Assign start,
        Name collected,
        Expression initial,
        @Nullable Expression condition,
        List<Statement> body) {
    CollectingLoop {
        body = List.copyOf(body);
    }

    /// Empty for other loops.
    static Optional<CollectingLoop> of(For loop, Code code) {
        ParsedModule module = code.module();
        boolean single = loop.body().size() == 1;
        boolean conditional =
                single && loop.body().getFirst() instanceof If it && it.otherwise().isEmpty();
        if (loop.async() || !loop.otherwise().isEmpty()) {
            return Optional.empty();
        }
        return before(loop, module)
                .filter(it -> it.targets().size() == 1)
                .filter(it -> it.targets().getFirst() instanceof Name)
                .map(
                        it ->
                                new CollectingLoop(
                                        code,
                                        loop,
                                        it,
                                        (Name) it.targets().getFirst(),
                                        it.value(),
                                        conditional ? ((If) loop.body().getFirst()).test() : null,
                                        conditional
                                                ? ((If) loop.body().getFirst()).body()
                                                : loop.body()));
    }

    private static Optional<Assign> before(For loop, ParsedModule module) {
        Node parent = module.parent(loop).orElseThrow();
        Statement previous = null;
        for (Node child : parent.children()) {
            if (child.is(loop)) {
                break;
            }
            previous = child instanceof Statement it ? it : null;
        }
        return previous instanceof Assign it && isSameBlock(it, loop, module)
                ? Optional.of(it)
                : Optional.empty();
    }

    /// The last statement of an `if` comes before the first of its `else`, but not there.
    private static boolean isSameBlock(Statement one, Statement other, ParsedModule module) {
        return module.source()
                        .indentation(one.line())
                        .equals(module.source().indentation(other.line()))
                && module.source()
                        .text()
                        .substring(one.span().end(), other.span().start())
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .allMatch(line -> line.isEmpty() || line.equals(";"));
    }

    ParsedModule module() {
        return code.module();
    }

    String text(Node node) {
        return module().text(node);
    }

    /// A tuple must have parentheses there.
    String element(Expression value) {
        boolean bare =
                value instanceof TupleDisplay it
                        && (it.elements().isEmpty()
                                || it.elements().getFirst().span().start() == it.span().start());
        return bare ? "(" + text(value) + ")" : text(value);
    }

    /// A choice or a lambda must have parentheses there.
    String inClause(Expression part) {
        return part instanceof IfExp || part instanceof Lambda || part instanceof TupleDisplay
                ? "(" + text(part) + ")"
                : text(part);
    }

    boolean isCollected(Expression expression) {
        return expression instanceof Name name && name.name().equals(collected.name());
    }

    boolean isItem(Expression expression) {
        return expression instanceof Name name
                && loop.target() instanceof Name target
                && name.name().equals(target.name());
    }

    /// Why the loop cannot be written as one expression, whatever it collects.
    ///
    /// @param evaluated for each item
    Optional<String> veto(List<Expression> evaluated) {
        Scope scope = module().scopeOf(loop);
        if (scope.kind() != Scope.Kind.FUNCTION && scope.kind() != Scope.Kind.MODULE) {
            return Optional.of("it stands directly in a class");
        }
        if (new Pauses(module()).in(loop).isPresent()) {
            return Optional.of("the function pauses inside the loop");
        }
        if (nodes(loop).anyMatch(it -> it instanceof NamedExpr)) {
            return Optional.of("it binds another name in passing");
        }
        if (nodes(loop).anyMatch(CollectingLoop::isOwnClass)) {
            return Optional.of("it uses super(), which works in a function itself only");
        }
        if (!comments().isEmpty() && !startsLine()) {
            return Optional.of("there is no place for its comments");
        }
        if (!module().hasExactSpan(loop) || hasLongText()) {
            return Optional.of("it holds text over several lines");
        }
        return new DynamicNames(code.own())
                .ofLocals(module(), loop)
                .map(where -> "variables may be reached by " + where)
                .or(() -> isSeenElsewhere(scope))
                .or(() -> isSeenInside(evaluated));
    }

    private boolean startsLine() {
        int line = module().source().lineSpan(start.line()).start();
        return module().source().text().substring(line, start.span().start()).isBlank();
    }

    private boolean hasLongText() {
        return nodes(loop)
                .filter(it -> it instanceof Constant || it instanceof JoinedStr)
                .anyMatch(
                        it ->
                                module().source().lineOf(it.span().end())
                                        > module().source().lineOf(it.span().start()));
    }

    private static boolean isOwnClass(Node node) {
        return node instanceof Name name
                && (name.name().equals("super") || name.name().equals("__class__"));
    }

    /// What the loop leaves behind, or has done until an exception, must interest nobody.
    private Optional<String> isSeenElsewhere(Scope scope) {
        Optional<Binding> binding = module().bindingOf(collected);
        if (binding.isEmpty()
                || binding.get().scope() != scope
                || binding.get().isShared()
                || isAttribute(collected.name())) {
            return Optional.of("other code sees `" + collected.name() + "` while it grows");
        }
        if (module().ancestors(loop).stream()
                .takeWhile(it -> !(it instanceof FunctionDef))
                .anyMatch(it -> it instanceof Try || (it instanceof With with && mayCatch(with)))) {
            return Optional.of(
                    "an exception may be caught around it, and then half of the work counts");
        }
        return new ItemNames(code, loop).seenAfter();
    }

    private static boolean mayCatch(With with) {
        return !with.items().stream()
                .allMatch(
                        it ->
                                it.context() instanceof Call call
                                        && call.function() instanceof Name name
                                        && name.name().equals("open"));
    }

    /// `module.name`, when the loop is at the top of its file
    private boolean isAttribute(String name) {
        return module().scopeOf(loop) == module().moduleScope()
                && !code.own().attributes(name).isEmpty();
    }

    private Optional<String> isSeenInside(List<Expression> evaluated) {
        boolean seen =
                Stream.concat(evaluated.stream(), Stream.of(loop.iterable()))
                        .flatMap(CollectingLoop::nodes)
                        .anyMatch(it -> it instanceof Name name && isCollected(name));
        if (seen) {
            return Optional.of("it looks at `" + collected.name() + "` while it grows");
        }
        // One more frame for each level could be one too many.
        return module().enclosingFunction(loop)
                .filter(
                        function ->
                                evaluated.stream()
                                        .flatMap(CollectingLoop::nodes)
                                        .anyMatch(
                                                it ->
                                                        (it instanceof Name name
                                                                        && name.name()
                                                                                .equals(
                                                                                        function
                                                                                                .name()))
                                                                || (it instanceof Attribute a
                                                                        && a.attribute()
                                                                                .equals(
                                                                                        function
                                                                                                .name()))))
                .map(_ -> "the function calls itself there, and would need more of the stack");
    }

    private static Stream<Node> nodes(Node part) {
        return Stream.concat(Stream.of(part), part.descendants().stream());
    }

    /// Comments that stand in what the new code replaces.
    List<Comment> comments() {
        return module().comments().stream()
                .filter(
                        it ->
                                start.span().start() < it.span().start()
                                        && it.span().end() <= loop.span().end())
                .toList();
    }

    /// `map` takes functions that are called with the item alone.
    Optional<Name> builtinOfItem(Expression value) {
        return value instanceof Call(_, Name function, List<Expression> arguments, var keywords)
                        && keywords.isEmpty()
                        && arguments.size() == 1
                        && isItem(arguments.getFirst())
                        && module().isBuiltin(function.name(), module().scopeOf(function))
                ? Optional.of(function)
                : Optional.empty();
    }
}
