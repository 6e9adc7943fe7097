package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handlings;
import dev.pareto.advice.rule.Independence;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Other processes import the main file again. What it does at its top level must not happen there:
/// it belongs under `if __name__ == "__main__":`.
final class MainGuard {
    private final Code code;
    private final ParsedModule module;

    MainGuard(Code code) {
        this.code = code;
        module = code.module();
    }

    /// Why the file of the loop cannot be run again by other processes, nor be guarded.
    ///
    /// @param called what other processes would call
    Optional<String> reason(List<Independence.Called> called) {
        for (ParsedModule other : code.own().modules()) {
            if (other != module && !active(other).isEmpty()) {
                return Optional.of(
                        "other processes would run %s again, which has no if __name__ == \"__main__\""
                                .formatted(other.source().path()));
            }
        }
        List<Statement> active = active(module);
        if (!active.isEmpty()) {
            if (!isScript()) {
                return Optional.of("another file imports this one, for what it does at its top");
            }
            Optional<String> unfit =
                    active.stream()
                            .filter(it -> !canMove(it))
                            .findFirst()
                            .map(
                                    it ->
                                            "line %d cannot be put under if __name__ == \"__main__\""
                                                    .formatted(it.line()));
            if (unfit.isPresent()) {
                return unfit;
            }
        }
        return called.stream().flatMap(it -> readsLater(it).stream()).findFirst();
    }

    /// The edits that guard what the file does; none where nothing needs it.
    List<TextEdit> edits() {
        List<Statement> active = active(module);
        if (active.isEmpty()) {
            return List.of();
        }
        SourceText source = module.source();
        String unit = new BlockEdits(module).unit();
        List<TextEdit> edits = new ArrayList<>();
        int first = active.getFirst().line();
        int last = source.lineOf(active.getLast().span().end());
        edits.add(
                TextEdit.insert(
                        source.lineSpan(first).start(),
                        "if __name__ == \"__main__\":" + source.lineEnd() + unit));
        for (int line = first + 1; line <= last; line++) {
            if (!source.line(line).isBlank()) {
                edits.add(TextEdit.insert(source.lineSpan(line).start(), unit));
            }
        }
        return edits;
    }

    /// The statements at the top level from the first that does more than define something.
    private List<Statement> active(ParsedModule file) {
        List<Statement> body = file.tree().body();
        for (int i = 0; i < body.size(); i++) {
            if (!isDefinition(body.get(i), file)) {
                return body.subList(i, body.size());
            }
        }
        return List.of();
    }

    private boolean isDefinition(Statement statement, ParsedModule file) {
        return switch (statement) {
            case Import _, ImportFrom _, Pass _, TypeAlias _ -> true;
            case FunctionDef it -> it.decorators().isEmpty();
            case ClassDef it -> it.decorators().isEmpty();
            case Expr(_, Constant _) -> true;
            case Assign it -> isCheap(it.value(), file);
            case AnnAssign it -> it.value() == null || isCheap(it.value(), file);
            case If it -> isGuard(it.test()) && it.otherwise().isEmpty();
            default -> false;
        };
    }

    private boolean isCheap(Expression value, ParsedModule file) {
        KnownCalls known = new KnownCalls(code.own(), file);
        return nodes(value)
                .noneMatch(
                        it ->
                                it instanceof Comprehending
                                        || (it instanceof Call call
                                                && !(call.function() instanceof Name name
                                                        && file.isBuiltin(
                                                                name.name(), file.scopeOf(name))
                                                        && KnownCalls.isPureBuiltin(name.name()))
                                                && known.dotted(call.function()).isEmpty()));
    }

    /// `__name__ == "__main__"`
    private static boolean isGuard(Expression test) {
        return test instanceof Compare it
                && it.left() instanceof Name name
                && name.name().equals("__name__")
                && it.comparators().getFirst() instanceof Constant(_, Literal.Text(var text))
                && text.equals("__main__");
    }

    /// Whether no other file of the program imports this one.
    private boolean isScript() {
        return code.own().modules().stream()
                .filter(it -> it != module)
                .flatMap(ParsedModule::nodes)
                .noneMatch(
                        node ->
                                switch (node) {
                                    case Import it ->
                                            it.names().stream().anyMatch(a -> isThis(a.name()));
                                    case ImportFrom it ->
                                            it.module() == null
                                                    || isThis(it.module())
                                                    || it.names().stream()
                                                            .anyMatch(
                                                                    a ->
                                                                            isThis(
                                                                                    it.module()
                                                                                            + "."
                                                                                            + a
                                                                                                    .name()));
                                    default -> false;
                                });
    }

    private boolean isThis(String dotted) {
        return code.own().module(dotted).filter(module::equals).isPresent();
    }

    private boolean canMove(Statement statement) {
        return !(statement instanceof FunctionDef)
                && !(statement instanceof ClassDef)
                && !(statement instanceof If it && isGuard(it.test()))
                && new BlockEdits(module).canWrap(statement);
    }

    /// A variable that other processes would not have, or not with that content.
    private Optional<String> readsLater(Independence.Called called) {
        ParsedModule file = called.module();
        List<Statement> active = active(file);
        return nodes(called.function())
                .filter(Name.class::isInstance)
                .map(Name.class::cast)
                .filter(
                        name ->
                                file.binding(name)
                                        .filter(Binding::isGlobal)
                                        .filter(it -> changesLater(it, file, active))
                                        .isPresent())
                .findFirst()
                .map(
                        name ->
                                "other processes would not have `%s` as it is made in the main one"
                                        .formatted(name.name()));
    }

    private boolean changesLater(Binding binding, ParsedModule file, List<Statement> active) {
        Handlings handlings = new Handlings(code.own(), file);
        return binding.uses().stream()
                .filter(use -> file.enclosingFunction(use.node()).isEmpty())
                .filter(use -> isGuarded(use.node(), file, active))
                .anyMatch(
                        use ->
                                use.access().rebinds()
                                        || handlings.of(use.node()).is(Handling.Kind.CHANGED)
                                        || handlings.of(use.node()).escapes());
    }

    private static boolean isGuarded(Node node, ParsedModule file, List<Statement> active) {
        return active.stream().anyMatch(it -> it.span().contains(node.span()))
                || file.ancestors(node).stream()
                        .anyMatch(it -> it instanceof If guard && isGuard(guard.test()));
    }

    private static Stream<Node> nodes(Node part) {
        return Stream.concat(Stream.of(part), part.descendants().stream());
    }
}
