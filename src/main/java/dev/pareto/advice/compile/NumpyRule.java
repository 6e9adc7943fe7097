package dev.pareto.advice.compile;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Rule;
import dev.pareto.profile.Question;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.For;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A loop that computes with numbers one by one does in the interpreter what NumPy does for
/// thousands of them at once, in C.
public final class NumpyRule implements Rule {
    @Override
    public String id() {
        return "numpy";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        return node instanceof For loop
                ? NumericLoop.of(loop, code).filter(NumpyRule::computes).flatMap(NumpyRule::of)
                : Optional.empty();
    }

    private static boolean computes(NumericLoop loop) {
        return loop.evaluated()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .anyMatch(it -> it instanceof BinOp || it instanceof Compare);
    }

    private static Optional<Finding> of(NumericLoop loop) {
        Leaves leaves = Leaves.of(loop);
        boolean readable =
                leaves.scalars().values().stream().allMatch(it -> Leaves.isReadable(it, loop))
                        && loop.items().lists().stream()
                                .map(Name::name)
                                .allMatch(leaves.lists()::containsKey)
                        && leaves.scalars().keySet().stream()
                                .noneMatch(leaves.lists()::containsKey);
        if (!readable) {
            return Optional.empty();
        }
        Optional<NumpyFix> whole = NumpyFix.of(loop, kinds(leaves, NumberKind.INT));
        Optional<NumpyFix> real = NumpyFix.of(loop, kinds(leaves, NumberKind.FLOAT));
        if (whole.or(() -> real).filter(NumpyFix::isForeign).isPresent()) {
            return Optional.empty();
        }
        boolean never =
                Stream.of(whole, real)
                        .allMatch(it -> it.isEmpty() || it.get().problem().isPresent());
        if (never) {
            String reason =
                    whole.flatMap(NumpyFix::problem)
                            .or(() -> real.flatMap(NumpyFix::problem))
                            .orElse("its products could pass 2⁶³");
            return Optional.of(refused(loop, reason));
        }
        ArrayPlace place = new ArrayPlace(loop);
        return Optional.of(
                place.veto(leaves)
                        .map(reason -> refused(loop, reason))
                        .orElseGet(() -> candidate(loop, leaves, place.before(leaves))));
    }

    private static Map<String, NumberKind> kinds(Leaves leaves, NumberKind kind) {
        Map<String, NumberKind> kinds = new HashMap<>();
        leaves.lists().keySet().forEach(it -> kinds.put(it, kind));
        leaves.scalars().keySet().forEach(it -> kinds.put(it, kind));
        return kinds;
    }

    private static String subject(NumericLoop loop) {
        return "NumPy for `" + loop.updates().getFirst().target().name() + "`";
    }

    private static String key(NumericLoop loop) {
        return loop.code().path() + " " + loop.loop().id();
    }

    private static Finding refused(NumericLoop loop, String reason) {
        return new Finding.Refused(key(loop), subject(loop), List.of(loop.loop()), reason);
    }

    private static Finding candidate(NumericLoop loop, Leaves leaves, Statement before) {
        List<Question> questions = new ArrayList<>();
        Code code = loop.code();
        leaves.all().map(code::number).forEach(questions::add);
        leaves.index(loop).map(code::number).ifPresent(questions::add);
        for (Expression read : leaves.lists().values()) {
            Expression list = read instanceof Subscript item ? item.value() : null;
            if (list != null) {
                questions.add(code.value(list));
            }
        }
        questions.add(code.value(loop.loop().iterable()));
        questions.add(code.reached(loop.loop().body().getFirst()));
        questions.add(code.reached(loop.loop()));
        questions.add(code.reached(before));
        return new Finding.Candidate(
                key(loop),
                subject(loop),
                List.of(loop.loop()),
                Finding.Time.OWN,
                questions,
                evidence -> new NumpyJudge(loop, leaves, before, evidence).judge());
    }
}
