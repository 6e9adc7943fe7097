package dev.pareto.advice.memory;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Independence;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.OuterNames;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.Question;
import dev.pareto.profile.ValueSeen;
import dev.pareto.source.Span;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A list that is made to be gone through once need not be there as a whole: a generator makes one
/// item after the other.
public final class GeneratorRule implements Rule {
    /// In the page of the rules: a fifth of the peak.
    private static final double LEAST_SHARE = 0.2;

    private static final int REFERENCE = 8;

    @Override
    public String id() {
        return "generator";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        if (!(node instanceof ListComp list)
                || list.generators().stream().anyMatch(Comprehension::async)) {
            return Optional.empty();
        }
        return SingleUse.of(list, code).map(look -> of(list, look, code));
    }

    private static Finding of(ListComp list, SingleUse.Look look, Code code) {
        String key = code.path() + " " + list.id();
        String subject = "Generator for line " + list.line();
        SingleUse use = look.use();
        Optional<String> reason =
                use == null ? Optional.ofNullable(look.reason()) : veto(list, use, code);
        if (use == null || reason.isPresent()) {
            return new Finding.Refused(
                    key,
                    subject,
                    List.of(list),
                    Finding.Time.MEMORY,
                    reason.orElse("it is used elsewhere"));
        }
        List<Question> questions = List.of(code.value(list));
        return new Finding.Candidate(
                key,
                subject,
                List.of(list),
                Finding.Time.MEMORY,
                questions,
                evidence -> judge(list, use, code, evidence));
    }

    private static Optional<String> veto(ListComp list, SingleUse use, Code code) {
        ParsedModule module = code.module();
        if (!module.hasExactSpan(list)) {
            return Optional.of("it stands in an f-string, in which no positions are known");
        }
        if (use.isGuarded(module)) {
            return Optional.of("an exception would come at another time, where it may be caught");
        }
        if (nodes(list).anyMatch(it -> it instanceof Name name && isOwnClass(name))) {
            return Optional.of("it uses super(), which works in a function itself only");
        }
        Node until = use.reader();
        if (new Pauses(module).in(until).isPresent()) {
            return Optional.of("the function pauses while it goes through it");
        }
        Independence independence = new Independence(code, until);
        return independence
                .reason(list, Set.of())
                .or(
                        () ->
                                independence.readsFiles()
                                        ? Optional.of("it reads files, at another time then")
                                        : Optional.empty())
                .or(() -> recursion(independence, list, module))
                .or(() -> between(list, use, code));
    }

    private static boolean isOwnClass(Name name) {
        return name.name().equals("super") || name.name().equals("__class__");
    }

    private static Optional<String> recursion(
            Independence independence, ListComp list, ParsedModule module) {
        Optional<Integer> here = module.enclosingFunction(list).map(Node::id);
        return independence.called().stream()
                        .anyMatch(
                                it ->
                                        it.module() == module
                                                && here.equals(Optional.of(it.function().id())))
                ? Optional.of("the function calls itself there")
                : Optional.empty();
    }

    /// What its items are made of must stay until they are read.
    private static Optional<String> between(ListComp list, SingleUse use, Code code) {
        ParsedModule module = code.module();
        Set<Binding> needed = new HashSet<>();
        KnownCalls known = new KnownCalls(code.own(), module);
        nodes(list)
                .filter(Name.class::isInstance)
                .map(Name.class::cast)
                .filter(name -> known.dotted(name).isEmpty())
                .forEach(name -> module.binding(name).ifPresent(needed::add));
        needed.removeIf(
                it ->
                        it.isUnbound()
                                || it.is(Binding.Role.FUNCTION)
                                || it.scope().node().filter(list::is).isPresent());
        for (Statement statement : use.between(module)) {
            Optional<Name> touched =
                    nodes(statement)
                            .filter(Name.class::isInstance)
                            .map(Name.class::cast)
                            .filter(it -> module.binding(it).filter(needed::contains).isPresent())
                            .findFirst();
            if (touched.isPresent()) {
                return Optional.of(
                        "line %d uses `%s` before the items are read"
                                .formatted(statement.line(), touched.get().name()));
            }
            if (nodes(statement).anyMatch(Call.class::isInstance) && !needed.isEmpty()) {
                return Optional.of(
                        "line %d may change what it is made of before the items are read"
                                .formatted(statement.line()));
            }
        }
        OuterNames outer = new OuterNames(code, use.reader());
        return nodes(list)
                .filter(Name.class::isInstance)
                .map(Name.class::cast)
                .filter(it -> module.binding(it).filter(needed::contains).isPresent())
                .flatMap(
                        it ->
                                outer
                                        .reason(
                                                it,
                                                module,
                                                module.binding(it).orElseThrow(),
                                                List.of(list))
                                        .stream())
                .findFirst();
    }

    private static Stream<Node> nodes(Node part) {
        return Stream.concat(Stream.of(part), part.descendants().stream());
    }

    private static Judgement judge(ListComp list, SingleUse use, Code code, Evidence evidence) {
        Optional<ValueSeen> seen = evidence.observations().value(code.value(list).id());
        if (seen.isEmpty()) {
            return new Judgement.Refused("the run with probes never came there");
        }
        if (evidence.worth().refuses(evidence.share() < LEAST_SHARE)) {
            return new Judgement.Refused("it holds less than 20 % of the peak memory");
        }
        double mean = (double) seen.get().length() / seen.get().times();
        double gained = Math.max(1, evidence.gained());
        // The list itself, if something keeps its items; all of it, if nothing does.
        double least = Math.min(1, REFERENCE * mean / gained);
        return new Judgement.Offer(
                "Make one item after the other",
                "A probe saw %,d lists of %,d items on average, each gone through once."
                        .formatted(seen.get().times(), Math.round(mean)),
                Map.of("lists", seen.get().times(), "length", Math.round(mean)),
                new Saving(least / 2, Math.max(least, 0.95)),
                List.of(
                        Condition.proved("It is gone through once, and nothing else sees it"),
                        Condition.proved("Its items are made without changing anything"),
                        Condition.proved(
                                "What they are made of stays the same until they are read")),
                Map.of(code.path(), List.of(edit(list, use, code.module()))),
                "An exception in one of its items comes when the item is read, not before all of"
                        + " them. A generator takes a little more time for each item.");
    }

    /// Brackets become parentheses; those of a call with one argument are enough.
    private static TextEdit edit(ListComp list, SingleUse use, ParsedModule module) {
        String text = module.text(list);
        String inner = text.substring(1, text.length() - 1);
        boolean alone =
                use.read().is(list)
                        && use.reader() instanceof Call call
                        && call.arguments().size() == 1
                        && call.keywords().isEmpty();
        Span span = list.span();
        return TextEdit.replace(span, alone ? inner : "(" + inner + ")");
    }
}
