package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Rule;
import dev.pareto.profile.Question;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Import;
import dev.pareto.source.tree.Statement.ImportFrom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A loop that computes something for each item, each for itself, could use all processors.
///
/// A pool of processes makes the calls, since threads of one process take turns at computing.
public final class ProcessPoolRule implements Rule {
    @Override
    public String id() {
        return "process-pool";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        if (!(node instanceof Statement.For || node instanceof Comprehending)) {
            return Optional.empty();
        }
        return new LoopPieces(code).of(node).map(piece -> of(piece, node, code));
    }

    private static Finding of(LoopPiece piece, Node loop, Code code) {
        String call = code.module().text(piece.piece()).lines().findFirst().orElse("");
        String subject = "Processes for `" + call + "`";
        String key = code.path() + " " + loop.id();
        if (piece instanceof LoopPiece.Unfit(_, _, var reason)) {
            return refused(key, subject, piece, reason);
        }
        LoopPiece.Found found = (LoopPiece.Found) piece;
        Optional<Items> items = Items.of(found, code);
        Optional<String> reason = veto(found, items, code);
        if (reason.isPresent() || items.isEmpty()) {
            return refused(key, subject, piece, reason.orElse("its items cannot be given to it"));
        }
        List<Question> questions = new ArrayList<>(items.get().questions(code));
        questions.add(code.value(found.piece()));
        questions.add(code.reached(found.whole()));
        others(found, items.get()).stream()
                .filter(Name.class::isInstance)
                .forEach(other -> questions.add(code.value(other)));
        return new Finding.Candidate(
                key,
                subject,
                List.of(found.piece()),
                Finding.Time.WITH_CALLS,
                questions,
                evidence -> new ProcessPoolJudge(found, items.get(), code, evidence).judge());
    }

    private static Finding refused(String key, String subject, LoopPiece piece, String reason) {
        return new Finding.Refused(
                key, subject, List.of(piece.piece()), Finding.Time.WITH_CALLS, reason);
    }

    /// The arguments that are the same for all items; they come after these.
    static List<Expression> others(LoopPiece.Found found, Items items) {
        List<Expression> arguments = ((Call) found.piece()).arguments();
        return arguments.subList(items.parameters().size(), arguments.size());
    }

    private static Optional<String> veto(LoopPiece.Found found, Optional<Items> items, Code code) {
        ParsedModule module = code.module();
        if (found.waits()) {
            return Optional.of("it waits, which threads can do together at less cost");
        }
        if (code.own().usesThreads() || usesProcesses(code)) {
            return Optional.of("the program uses threads or processes already");
        }
        if (!code.own().attributes("setrecursionlimit").isEmpty()) {
            return Optional.of("other processes would not have the program's recursion limit");
        }
        if (module.enclosingFunction(found.loop()).isEmpty()) {
            return Optional.of(
                    "the loop stands at the top of the file, which other processes would run again:"
                            + " put it into a function first");
        }
        if (items.isEmpty()
                || !ThreadsRule.isEarly(items.get(), found, code)
                || !fits(found, items.get(), module)) {
            return Optional.of(
                    "another process needs a function at the top of a file, called with the item"
                            + " and with plain arguments");
        }
        return Items.changes(found, code).or(() -> new MainGuard(code).reason(found.called()));
    }

    private static boolean usesProcesses(Code code) {
        return code.own().modules().stream()
                .flatMap(ParsedModule::nodes)
                .anyMatch(
                        node ->
                                switch (node) {
                                    case Import it ->
                                            it.names().stream()
                                                    .anyMatch(
                                                            name ->
                                                                    name.name()
                                                                            .startsWith(
                                                                                    "multiprocessing"));
                                    case ImportFrom it ->
                                            it.module() != null
                                                    && it.module().startsWith("multiprocessing");
                                    default -> false;
                                });
    }

    /// `f(item, other)` with a function at the top of this file.
    private static boolean fits(LoopPiece.Found found, Items items, ParsedModule module) {
        if (!(found.piece() instanceof Call call)
                || !(call.function() instanceof Name function)
                || !call.keywords().isEmpty()
                || items.parameters().isEmpty()
                || call.arguments().size() < items.parameters().size()) {
            return false;
        }
        boolean top =
                module.binding(function)
                        .filter(it -> it.isGlobal() && it.is(Role.FUNCTION))
                        .isPresent();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            boolean fits =
                    i < items.parameters().size()
                            ? argument instanceof Name it
                                    && it.name().equals(items.parameters().get(i))
                            : argument instanceof Constant
                                    || (argument instanceof Name it
                                            && !items.parameters().contains(it.name())
                                            && !isTarget(it, found));
            if (!fits) {
                return false;
            }
        }
        return top;
    }

    private static boolean isTarget(Name name, LoopPiece.Found found) {
        return found.target() instanceof Name it
                ? it.name().equals(name.name())
                : found.target().descendants().stream()
                        .anyMatch(it -> it instanceof Name t && t.name().equals(name.name()));
    }
}
