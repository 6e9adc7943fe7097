package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Rule;
import dev.pareto.profile.Question;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.For;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A loop that only adds up, counts or collects does for each item in the interpreter what a
/// builtin does in C.
public final class BuiltinLoopRule implements Rule {
    @Override
    public String id() {
        return "builtin-loop";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        return node instanceof For loop
                ? CollectingLoop.of(loop, code)
                        .flatMap(BuiltinLoopRule::of)
                        .or(
                                () ->
                                        FlagLoop.of(loop, code)
                                                .map(flag -> new FlagJudge(flag).finding()))
                : Optional.empty();
    }

    private static Optional<Finding> of(CollectingLoop loop) {
        return new LoopShapes(loop)
                .shape()
                .map(
                        shape ->
                                switch (shape) {
                                    case Collected.Slower(var reason) -> refused(loop, reason);
                                    case Collected.Shorter it ->
                                            loop.veto(it.evaluated())
                                                    .or(() -> unnamed(it, loop))
                                                    .map(reason -> refused(loop, reason))
                                                    .orElseGet(() -> candidate(loop, it));
                                });
    }

    /// Whether a name in the new code could mean something else.
    private static Optional<String> unnamed(Collected.Shorter shape, CollectingLoop loop) {
        return List.of("sum", "map", "list", "dict").stream()
                .filter(
                        name ->
                                shape.code().startsWith(name + "(")
                                        || shape.code().contains("(" + name + "("))
                .filter(name -> !loop.module().isBuiltin(name, loop.module().scopeOf(loop.loop())))
                .findFirst()
                .map(name -> "`" + name + "` may mean something else in this file");
    }

    private static String subject(CollectingLoop loop) {
        return "A builtin for `" + loop.collected().name() + "`";
    }

    private static Finding refused(CollectingLoop loop, String reason) {
        return new Finding.Refused(key(loop), subject(loop), List.of(loop.loop()), reason);
    }

    private static String key(CollectingLoop loop) {
        return loop.code().path() + " " + loop.loop().id();
    }

    private static Finding candidate(CollectingLoop loop, Collected.Shorter shape) {
        List<Question> questions = new ArrayList<>();
        for (Expression asked : shape.asked()) {
            if (!(asked instanceof Constant)) {
                questions.add(loop.code().value(asked));
            }
        }
        questions.add(loop.code().value(loop.loop().iterable()));
        return new Finding.Candidate(
                key(loop),
                subject(loop),
                List.of(loop.loop()),
                Finding.Time.OWN,
                questions,
                evidence -> new BuiltinJudge(loop, shape, evidence).judge());
    }
}
