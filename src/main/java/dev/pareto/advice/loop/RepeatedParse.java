package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.advice.rule.Holders;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.Saving;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ValueSeen;
import dev.pareto.quantity.Figures;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `options = json.loads(text)` in a loop that does not change the text.
///
/// The text is read the first time that a round comes there, not before the loop: so a text that is
/// no JSON fails where it failed, and not at all in a loop without rounds.
final class RepeatedParse {
    private static final Set<String> TEXTS = Set.of("str", "bytes");
    private static final Set<String> PLAIN = Set.of("str", "int", "float", "bool", "NoneType");

    /// Beside the call its line has an assignment only.
    private static final double LEAST_OF_LINE = 0.85;

    private static final double MOST_OF_LINE = 0.99;

    private final Code code;
    private final ParsedModule module;
    private final Call call;
    private final Expression text;
    private final Statement statement;
    private final Name result;

    private RepeatedParse(Code code, Call call, Expression text, Statement statement, Name result) {
        this.code = code;
        this.call = call;
        this.text = text;
        this.statement = statement;
        this.result = result;
        module = code.module();
    }

    /// Empty for any other node.
    static Optional<Finding> look(Node node, Code code) {
        ParsedModule module = code.module();
        return node instanceof Call call
                        && call.keywords().isEmpty()
                        && call.arguments().size() == 1
                        && (call.arguments().getFirst() instanceof Name
                                || call.arguments().getFirst() instanceof Attribute)
                        && new KnownCalls(code.own(), module)
                                .dotted(call.function())
                                .filter("json.loads"::equals)
                                .isPresent()
                        && !module.enclosingLoops(call).isEmpty()
                        && module.parent(call).orElse(call) instanceof Assign assign
                        && assign.targets().size() == 1
                        && assign.targets().getFirst() instanceof Name result
                ? Optional.of(
                        new RepeatedParse(code, call, call.arguments().getFirst(), assign, result)
                                .finding())
                : Optional.empty();
    }

    private Finding finding() {
        String subject = "`" + module.text(call) + "` once for the loop";
        String key = code.path() + " " + call.id();
        Optional<Holder> results = new Holders(code).of(result);
        Optional<String> reason =
                results.isEmpty()
                        ? Optional.of("nobody knows what becomes of it")
                        : kept(results.get()).or(this::placeless);
        Statement best = null;
        for (Node each : module.enclosingLoops(call)) {
            Optional<String> here = reason.or(() -> changes(each));
            if (here.isPresent() || !(each instanceof Statement loop)) {
                reason = best == null ? here : reason;
                break;
            }
            if (!new StatementEdits(code.source()).canPrecede(loop)) {
                break;
            }
            best = loop;
        }
        if (best == null) {
            return new Finding.Refused(
                    key,
                    subject,
                    List.of(call),
                    reason.orElse("there is no place before the loop"));
        }
        Statement loop = best;
        List<Expression> parts = parts(results.orElseThrow());
        List<Question> questions = new ArrayList<>(List.of(code.text(text), code.reached(loop)));
        parts.forEach(it -> questions.add(code.text(it)));
        return new Finding.Candidate(
                key,
                subject,
                List.of(call),
                Finding.Time.OWN,
                questions,
                evidence -> judge(loop, parts, evidence));
    }

    private Optional<String> placeless() {
        return module.source().lineOf(call.span().end()) == call.line()
                        && new StatementEdits(code.source()).canFollow(statement)
                ? Optional.empty()
                : Optional.of("its statement shares a line with others");
    }

    /// Everybody shares one result then: nobody may change it, nor keep what is in it, unless that
    /// is a number or a text.
    private Optional<String> kept(Holder results) {
        if (results.reach() != Reach.LOCAL) {
            return Optional.of("other functions may change what it gives");
        }
        return results.uses().stream()
                .filter(use -> !use.is(Kind.REBOUND))
                .filter(use -> !(use.is(Kind.ASKED) || isPart(use)))
                .findFirst()
                .map(
                        use ->
                                "what it gives is kept or changed (%s in line %d)"
                                        .formatted(use.what(), use.line()));
    }

    private boolean isPart(Handling use) {
        return use.is(Kind.READ)
                && use.by() instanceof Subscript part
                && part.value().is(use.use())
                && part.context() == Context.LOAD
                && module.hasExactSpan(part);
    }

    private static List<Expression> parts(Holder results) {
        return results.uses().stream()
                .map(Handling::by)
                .filter(Subscript.class::isInstance)
                .map(it -> (Expression) it)
                .toList();
    }

    /// Why the text may be another one in another round. Texts themselves cannot change.
    private Optional<String> changes(Node loop) {
        Expression root = text;
        while (root instanceof Attribute it) {
            Optional<String> set = changes(it, loop);
            if (set.isPresent()) {
                return set;
            }
            root = it.value();
        }
        if (!(root instanceof Name name)) {
            return Optional.of("nobody knows what it reads");
        }
        Optional<Holder> holder = new Holders(code).of(name);
        if (holder.isEmpty() || holder.get().reach() == Reach.FOREIGN) {
            return Optional.of("nobody knows what becomes of `" + name.name() + "`");
        }
        Optional<Integer> here = module.enclosingFunction(call).map(Node::id);
        return new DynamicNames(code.own())
                .reason(holder.get(), module, call)
                .map(where -> "variables may be reached by " + where)
                .or(
                        () ->
                                holder.get()
                                        .uses(Kind.REBOUND)
                                        .filter(
                                                use ->
                                                        use.module() != module
                                                                || loop.span()
                                                                        .contains(use.use().span())
                                                                || isElsewhere(
                                                                        use, holder.get(), here))
                                        .findFirst()
                                        .map(
                                                use ->
                                                        "`%s` gets another value (line %d)"
                                                                .formatted(
                                                                        name.name(), use.line())));
    }

    /// In another function; the top of a file has run when its functions do.
    private boolean isElsewhere(Handling use, Holder holder, Optional<Integer> here) {
        Optional<Integer> there = module.enclosingFunction(use.use()).map(Node::id);
        return !there.equals(here) && !(holder.reach() == Reach.GLOBAL && there.isEmpty());
    }

    private Optional<String> changes(Attribute attribute, Node loop) {
        if (code.own().defines(attribute.attribute())
                || code.own().defines("__getattr__")
                || code.own().defines("__getattribute__")
                || code.own().defines("__setattr__")) {
            return Optional.of("a method may compute the attribute each time");
        }
        Optional<Holder> holder = new Holders(code).of(attribute);
        Optional<String> dynamic =
                holder.flatMap(it -> new DynamicNames(code.own()).reason(it, module, call))
                        .map(where -> "attributes may be reached by " + where);
        return dynamic.or(
                () ->
                        code.own().attributes(attribute.attribute()).stream()
                                .filter(it -> it.node().context() != Context.LOAD)
                                .filter(
                                        it ->
                                                (it.module() == module
                                                                && loop.span()
                                                                        .contains(it.node().span()))
                                                        || !isMaking(it.module(), it.node()))
                                .findFirst()
                                .map(
                                        it ->
                                                "`.%s` may be set meanwhile (%s, line %d)"
                                                        .formatted(
                                                                attribute.attribute(),
                                                                it.module().source().path(),
                                                                it.node().line())));
    }

    private static boolean isMaking(ParsedModule module, Node node) {
        return module.enclosingFunction(node)
                .filter(it -> it.name().equals("__init__"))
                .isPresent();
    }

    private Judgement judge(Statement loop, List<Expression> parts, Evidence evidence) {
        Observations seen = evidence.observations();
        Optional<ValueSeen> texts = seen.value(code.text(text).id());
        if (texts.isEmpty()) {
            return new Judgement.Refused("the run with probes never came there");
        }
        if (!TEXTS.containsAll(texts.get().types().keySet())) {
            return new Judgement.Refused(
                    "it reads a " + String.join(" or ", texts.get().types().keySet()));
        }
        for (Expression part : parts) {
            Optional<ValueSeen> values = seen.value(code.text(part).id());
            if (values.isEmpty() || !PLAIN.containsAll(values.get().types().keySet())) {
                return new Judgement.Refused(
                        "`%s` may be changed or kept, and there would be one for all rounds"
                                .formatted(module.text(part)));
            }
        }
        long times = texts.get().times();
        long loops = Math.max(1, seen.reached(code.reached(loop).id()));
        return evidence.worth().refuses(times < 2 * loops)
                ? new Judgement.Refused(
                        "it is read %.1f times for each loop only"
                                .formatted((double) times / loops))
                : offer(loop, texts.get(), loops);
    }

    private Judgement offer(Statement loop, ValueSeen texts, long loops) {
        long times = texts.times();
        String name = module.freshName(result.name() + "_once");
        StatementEdits edits = new StatementEdits(code.source());
        String once = "if " + name + " is None: " + name + " = " + module.text(call);
        double repeated = 1 - (double) loops / times;
        return new Judgement.Offer(
                "Read it once",
                "Probes saw `%s` read %s times in %s, %s characters on average."
                        .formatted(
                                module.text(call),
                                Figures.count(times),
                                loops == 1 ? "one loop" : Figures.count(loops) + " loops",
                                Figures.count(texts.length() / times)),
                Map.of("times", times, "loops", loops, "length", texts.length() / times),
                Saving.between(repeated * LEAST_OF_LINE, repeated * MOST_OF_LINE),
                List.of(
                        Condition.proved("`" + module.text(text) + "` stays the same in the loop"),
                        Condition.proved("Nothing changes or keeps what it gives"),
                        Condition.seen(
                                "What is taken out of it are numbers and texts", times, times)),
                Map.of(
                        code.path(),
                        List.of(
                                edits.before(loop, name + " = None"),
                                edits.before(statement, once),
                                TextEdit.replace(call.span(), name))),
                "");
    }
}
