package dev.pareto.advice.text;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Rule;
import dev.pareto.source.module.Binding;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `text += piece` in a loop copies the text again and again; a list of the pieces is joined once.
public final class StringBuildingRule implements Rule {
    @Override
    public String id() {
        return "string-building";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        return Growth.of(node, code)
                .filter(growth -> !code.module().enclosingLoops(growth.statement()).isEmpty())
                .flatMap(
                        growth ->
                                switch (growth.target()) {
                                    case Name it -> ofVariable(growth, it, code);
                                    case Attribute it -> ofAttribute(growth, it, code);
                                    default -> Optional.empty();
                                });
    }

    private static Optional<Finding> ofVariable(Growth growth, Name name, Code code) {
        // What does not begin as a text is nearly always a number or a list.
        return code.module()
                .binding(name)
                .filter(binding -> startsAsText(binding, code))
                .map(binding -> of(growth, new TextVariable(code, name, binding), code));
    }

    private static Optional<Finding> ofAttribute(Growth growth, Attribute attribute, Code code) {
        TextAttribute text = new TextAttribute(code, attribute);
        return text.startsAsText() ? Optional.of(of(growth, text, code)) : Optional.empty();
    }

    private static Finding of(Growth growth, GrowingText text, Code code) {
        String subject = "Join for `" + code.module().text(growth.target()) + "`";
        Optional<String> reason = text.reason();
        GrowingText.Result result =
                reason.isPresent() ? new GrowingText.Impossible(reason.get()) : text.loop(growth);
        return switch (result) {
            case GrowingText.Impossible(var why) ->
                    new Finding.Refused(
                            code.path() + " " + growth.statement().id(),
                            subject,
                            List.of(growth.statement()),
                            why);
            case GrowingText.Grows grows -> candidate(subject, grows, code);
        };
    }

    private static boolean startsAsText(Binding binding, Code code) {
        Texts texts = new Texts(code.module());
        return binding.uses().stream()
                .flatMap(use -> code.module().parent(use.node()).stream())
                .anyMatch(
                        parent ->
                                switch (parent) {
                                    case Assign it -> texts.isText(it.value());
                                    case AnnAssign it ->
                                            it.value() != null && texts.isText(it.value());
                                    default -> false;
                                });
    }

    private static Finding candidate(String subject, GrowingText.Grows grows, Code code) {
        JoinPlan plan = new JoinPlan(code, grows);
        return new Finding.Candidate(
                code.path() + " join " + grows.growths().getFirst().statement().id(),
                subject,
                new ArrayList<>(grows.growths().stream().map(Growth::statement).toList()),
                Finding.Time.OWN,
                plan.questions(),
                plan::judge);
    }
}
