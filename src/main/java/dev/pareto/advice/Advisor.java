package dev.pareto.advice;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.OwnCode;
import dev.pareto.advice.rule.Packages;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.rule.Worth;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Profile;
import dev.pareto.python.Analyser;
import dev.pareto.python.CodeProblem;
import dev.pareto.python.Parsing;
import dev.pareto.quantity.Ratio;
import dev.pareto.source.SourceText;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Asks every rule about a profiled program. Nothing of the program is executed here.
///
/// Any thread may use it; calls block while the analyser works.
public final class Advisor {
    /// A place with a smaller part of the time is not looked at.
    private static final double LEAST_SHARE = 0.05;

    /// One with a smaller part is not even worth a word.
    private static final double LEAST_MENTIONED = 0.01;

    private static final double LEAST_GAIN = 1.05;

    private final Analyser analyser;
    private final Worth worth;
    private final List<Rule> rules;
    private final Packages packages;

    /// @param analyser of the interpreter that the program runs on; must stay open
    /// @param packages of that interpreter
    public Advisor(Analyser analyser, Packages packages) {
        this(analyser, Worth.REQUIRED, Rules.ALL, packages);
    }

    Advisor(Analyser analyser, Worth worth, List<Rule> rules) {
        this(analyser, worth, rules, Packages.NONE);
    }

    private Advisor(Analyser analyser, Worth worth, List<Rule> rules, Packages packages) {
        this.packages = packages;
        this.analyser = analyser;
        this.worth = worth;
        this.rules = List.copyOf(rules);
    }

    /// Looks at the own code where the profile says that it matters.
    ///
    /// A file that cannot be parsed is among the refusals of the advice.
    public AdvicePlan plan(List<SourceText> ownCode, Profile profile) {
        List<ParsedModule> modules = new ArrayList<>();
        List<CodeProblem> problems = new ArrayList<>();
        for (SourceText source : ownCode) {
            switch (analyser.parse(source)) {
                case Parsing.Parsed(var module) -> modules.add(module);
                case CodeProblem problem -> problems.add(problem);
            }
        }
        List<String> unread = problems.stream().map(CodeProblem::path).toList();
        OwnCode own = new OwnCode(modules, unread, analyser.version().orElse(0));
        Heat heat = new Heat(profile);
        List<Case> cases = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(problems.stream().map(Advisor::unread).toList());
        for (Case found : look(own, heat)) {
            double share = heat.share(found).fraction();
            if (worth.refuses(share < LEAST_MENTIONED)) {
                continue;
            }
            if (found.finding() instanceof Finding.Refused it) {
                refused.add(found.refusal(it.reason(), heat));
            } else if (worth.refuses(share < LEAST_SHARE)) {
                refused.add(found.refusal(tooCold(found, heat), heat));
            } else {
                cases.add(found);
            }
        }
        return new AdvicePlan(own, heat, cases, refused);
    }

    private static Refusal unread(CodeProblem problem) {
        int line = problem instanceof CodeProblem.SyntaxProblem it ? it.place().line() : 1;
        return new Refusal(
                "", problem.path(), line, "Advice for " + problem.path(), problem.message());
    }

    private static String tooCold(Case found, Heat heat) {
        if (found.isAboutMemory()) {
            return "it gained %s of the peak memory".formatted(heat.share(found));
        }
        return "it takes %s of the time, so at most %s"
                .formatted(heat.share(found), new Ratio(1 / (1 - heat.share(found).fraction())));
    }

    private List<Case> look(OwnCode own, Heat heat) {
        List<Rule> fitting = rules.stream().filter(rule -> rule.isFor(own.version())).toList();
        Map<String, Case> found = new LinkedHashMap<>();
        for (ParsedModule module : own.modules()) {
            Code code = new Code(module, own);
            module.nodes()
                    .filter(node -> !worth.refuses(!matters(node, module, heat)))
                    .flatMap(node -> look(node, code, fitting))
                    .forEach(it -> found.putIfAbsent(it.key(), it));
        }
        return List.copyOf(found.values());
    }

    private static boolean matters(Node node, ParsedModule module, Heat heat) {
        return heat.touches(node, module.source())
                || (heat.waits()
                        && module.enclosingFunction(node).filter(FunctionDef::async).isPresent());
    }

    private static Stream<Case> look(Node node, Code code, List<Rule> rules) {
        return rules.stream()
                .flatMap(
                        rule ->
                                rule.look(node, code).stream()
                                        .map(found -> new Case(rule, code, found)));
    }

    /// The advice, once it is known what happened at the asked places.
    public Advice advise(AdvicePlan plan, Observations observations) {
        List<Suggestion> suggestions = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(plan.refused());
        Drafting drafting = new Drafting(analyser, plan);
        for (Case found : plan.cases()) {
            Evidence evidence =
                    new Evidence(
                            observations,
                            plan.heat().seconds(found),
                            plan.heat().share(found).fraction(),
                            plan.heat().memory(found).count(),
                            plan.heat().waiting(found),
                            worth,
                            packages);
            switch (found.candidate().judge().judge(evidence)) {
                case Judgement.Irrelevant _ -> {}
                case Judgement.Refused(var reason) ->
                        refused.add(found.refusal(reason, plan.heat()));
                case Judgement.Offer offer -> {
                    switch (drafting.draft(found, offer)) {
                        case Drafting.Made(var made) when worth.refuses(isTooLittle(made)) ->
                                refused.add(found.refusal(tooLittle(made), plan.heat()));
                        case Drafting.Made(var made) -> suggestions.add(made);
                        case Drafting.Broken(var reason) ->
                                refused.add(found.refusal(reason, plan.heat()));
                    }
                }
            }
        }
        suggestions.sort(
                Comparator.comparing(Suggestion::saves)
                        .reversed()
                        .thenComparing(Suggestion::file)
                        .thenComparingInt(Suggestion::line));
        return new Advice(suggestions, refused);
    }

    private static boolean isTooLittle(Suggestion made) {
        return made.memory() != null
                ? made.memory().most().fraction() < LEAST_SHARE
                : made.predicted().high().value() < LEAST_GAIN;
    }

    private static String tooLittle(Suggestion made) {
        if (made.memory() != null) {
            return "the peak would go " + made.memory();
        }
        double high = made.predicted().high().value();
        return high <= 1
                ? "it would cost more than it saves"
                : "at most " + made.predicted().high() + " is to be expected";
    }
}
