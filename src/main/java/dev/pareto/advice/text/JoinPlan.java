package dev.pareto.advice.text;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ValueSeen;
import dev.pareto.quantity.Figures;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.Loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A list of pieces beside one loop, joined after it.
final class JoinPlan {
    private static final Set<String> QUICK =
            Set.of(
                    ("abs bin chr format get hex int len ljust lower max min ord repr rjust round str"
                                    + " strip title upper zfill")
                            .split(" "));

    private final Code code;
    private final GrowingText.Grows grows;
    private final Texts texts;
    private final Loop loop;

    JoinPlan(Code code, GrowingText.Grows grows) {
        this.code = code;
        this.grows = grows;
        texts = new Texts(code.module());
        loop = grows.loop();
    }

    List<Question> questions() {
        List<Question> all = new ArrayList<>(pieces().stream().map(code::text).toList());
        all.add(code.reached(loop));
        return all;
    }

    private List<Expression> pieces() {
        return grows.growths().stream().flatMap(growth -> growth.pieces().stream()).toList();
    }

    Judgement judge(Evidence evidence) {
        Observations observations = evidence.observations();
        List<ValueSeen> seen =
                pieces().stream()
                        .flatMap(piece -> observations.value(code.text(piece).id()).stream())
                        .toList();
        long times = seen.stream().mapToLong(ValueSeen::times).sum();
        if (times == 0) {
            return new Judgement.Refused("the run with probes never came there");
        }
        for (ValueSeen piece : seen) {
            for (String type : piece.types().keySet()) {
                if (!type.equals("str")) {
                    return new Judgement.Refused("a piece is of type " + type);
                }
            }
        }
        long loops = Math.max(1, observations.reached(code.reached(loop).id()));
        long length = seen.stream().mapToLong(ValueSeen::length).sum();
        var model =
                new JoinModel(
                        times,
                        length,
                        loops,
                        copies(),
                        pieces().stream().allMatch(this::isQuick),
                        observations.complete(),
                        evidence.seconds());
        if (evidence.worth().refuses(!model.mayCopy())) {
            return new Judgement.Refused(
                    "Python makes this text longer in place, and a list of pieces would take as"
                            + " long");
        }
        return new Judgement.Offer(
                "Join the pieces once",
                "Probes saw %s pieces, which make texts of %s characters on average."
                        .formatted(Figures.count(times), Figures.count(length / loops)),
                Map.of(
                        "pieces",
                        times,
                        "length",
                        length / loops,
                        "texts",
                        loops,
                        "complete",
                        observations.complete()),
                model.saving(),
                conditions(times),
                Map.of(code.path(), edits()),
                "It needs memory for the pieces until they are joined.");
    }

    /// Functions of the program take their time in lines of their own.
    private boolean isQuick(Expression piece) {
        return Stream.concat(Stream.of(piece), piece.descendants().stream())
                .filter(Call.class::isInstance)
                .map(it -> ((Call) it).function())
                .allMatch(
                        it ->
                                switch (it) {
                                    case Name name ->
                                            QUICK.contains(name.name())
                                                    || code.own().defines(name.name());
                                    case Attribute method ->
                                            QUICK.contains(method.attribute())
                                                    || code.own().defines(method.attribute());
                                    default -> false;
                                });
    }

    /// Whether CPython has no way to make the text longer where it is.
    private boolean copies() {
        Expression target = grows.growths().getFirst().target();
        boolean global = code.module().scopeOf(target) == code.module().moduleScope();
        return (global && code.own().version() >= 311)
                || grows.growths().stream().anyMatch(Growth::alwaysCopies);
    }

    private List<Condition> conditions(long times) {
        List<Condition> all = new ArrayList<>();
        all.add(Condition.proved("Nothing reads the text inside the loop"));
        all.add(
                pieces().stream().allMatch(texts::isText)
                        ? Condition.proved("All pieces are texts")
                        : Condition.seen("All pieces are texts", times, times));
        return all;
    }

    private List<TextEdit> edits() {
        StatementEdits statements = new StatementEdits(code.source());
        Growth first = grows.growths().getFirst();
        String name = code.module().text(first.target());
        String parts = code.module().freshName(word(first.target()) + "_parts");
        List<TextEdit> edits = new ArrayList<>();
        edits.add(
                start(name)
                        .map(start -> beginning(start, parts))
                        .orElseGet(() -> statements.before(loop, parts + " = [" + name + "]")));
        for (Growth growth : grows.growths()) {
            edits.add(
                    TextEdit.replace(
                            growth.statement().span(), parts + ".append(" + growth.added() + ")"));
        }
        String joined = first.prepends() ? "reversed(" + parts + ")" : parts;
        edits.add(statements.follow(loop, name + " = \"\".join(" + joined + ")"));
        return edits;
    }

    private static String word(Expression target) {
        return target instanceof Attribute it
                ? it.attribute().replaceFirst("^_+(?=.)", "")
                : ((Name) target).name();
    }

    private TextEdit beginning(Assign start, String parts) {
        boolean empty =
                start.value() instanceof Constant(_, Literal.Text(var value)) && value.isEmpty();
        String first = empty ? "" : code.module().text(start.value());
        return TextEdit.replace(start.span(), parts + " = [" + first + "]");
    }

    /// The statement right before the loop, if it gives the text its beginning.
    private Optional<Assign> start(String name) {
        Node block = code.module().parent(loop).orElseThrow();
        Optional<Node> before =
                block.children().stream()
                        .filter(it -> it.span().start() < loop.span().start())
                        .reduce((_, later) -> later);
        return before.filter(Assign.class::isInstance)
                .map(Assign.class::cast)
                .filter(it -> it.targets().size() == 1)
                .filter(
                        it ->
                                it.targets().getFirst() instanceof Name target
                                        && target.name().equals(name)
                                        && it.value() instanceof Constant);
    }
}
