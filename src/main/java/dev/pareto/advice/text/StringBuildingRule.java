package dev.pareto.advice.text;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Rule;
import dev.pareto.source.module.Binding;
import dev.pareto.source.tree.Node;

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
                                code.module()
                                        .binding(growth.target())
                                        .flatMap(binding -> of(growth, binding, code)));
    }

    private static Optional<Finding> of(Growth growth, Binding binding, Code code) {
        TextVariable text = new TextVariable(code, growth.target(), binding);
        if (!startsAsText(binding, text, code)) {
            // Nearly always a number or a list.
            return Optional.empty();
        }
        String subject = "Join for `" + growth.target().name() + "`";
        Optional<String> reason = text.reason();
        TextVariable.Result result =
                reason.isPresent() ? new TextVariable.Impossible(reason.get()) : text.loop(growth);
        return Optional.of(
                switch (result) {
                    case TextVariable.Impossible(var why) ->
                            new Finding.Refused(
                                    code.path() + " " + growth.statement().id(),
                                    subject,
                                    List.of(growth.statement()),
                                    why);
                    case TextVariable.Grows grows -> candidate(subject, grows, text, code);
                });
    }

    private static boolean startsAsText(Binding binding, TextVariable text, Code code) {
        return binding.uses().stream()
                .flatMap(use -> code.module().parent(use.node()).stream())
                .anyMatch(
                        parent ->
                                switch (parent) {
                                    case dev.pareto.source.tree.Statement.Assign it ->
                                            text.isText(it.value());
                                    case dev.pareto.source.tree.Statement.AnnAssign it ->
                                            it.value() != null && text.isText(it.value());
                                    default -> false;
                                });
    }

    private static Finding candidate(
            String subject, TextVariable.Grows grows, TextVariable text, Code code) {
        JoinPlan plan = new JoinPlan(code, grows, text);
        return new Finding.Candidate(
                code.path() + " join " + grows.growths().getFirst().statement().id(),
                subject,
                new ArrayList<>(grows.growths().stream().map(Growth::statement).toList()),
                Finding.Time.OWN,
                plan.questions(),
                plan::judge);
    }
}
