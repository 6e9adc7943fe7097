package dev.pareto.advice.memory;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.rule.Saving;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.profile.ValueSeen;
import dev.pareto.source.Span;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.Assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All lines of a file are read at once, and gone through once: the file itself gives one after the
/// other.
public final class IterateFileRule implements Rule {
    private static final double LEAST_SHARE = 0.05;

    @Override
    public String id() {
        return "iterate-file";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        if (!(node instanceof Call call)) {
            return Optional.empty();
        }
        return allLines(call, code)
                .flatMap(file -> SingleUse.of(call, code).map(look -> of(call, file, look, code)));
    }

    /// The file of which a call gives all lines.
    private static Optional<Name> allLines(Call call, Code code) {
        boolean plain = call.keywords().isEmpty();
        return switch (call.function()) {
            case Attribute(_, Name file, String method, _)
                    when plain && call.arguments().isEmpty() && method.equals("readlines") ->
                    Optional.of(file);
            // `file.read().splitlines()`
            case Attribute(
                            _,
                            Call(_, Attribute(_, Name file, String read, _), var none, _),
                            String method,
                            _)
                    when plain
                            && none.isEmpty()
                            && method.equals("splitlines")
                            && read.equals("read") ->
                    Optional.of(file);
            case Name list
                    when plain
                            && list.name().equals("list")
                            && call.arguments().size() == 1
                            && call.arguments().getFirst() instanceof Name file
                            && code.module().isBuiltin("list", code.module().scopeOf(list))
                            && new OpenedFile(code, file).isFile() ->
                    Optional.of(file);
            default -> Optional.empty();
        };
    }

    private static Finding of(Call call, Name file, SingleUse.Look look, Code code) {
        String key = code.path() + " " + call.id();
        String subject = "Lines of `" + file.name() + "` one by one";
        SingleUse use = look.use();
        Optional<String> reason =
                use == null ? Optional.ofNullable(look.reason()) : veto(call, file, use, code);
        if (use == null || reason.isPresent()) {
            return new Finding.Refused(
                    key,
                    subject,
                    List.of(call),
                    Finding.Time.MEMORY,
                    reason.orElse("its lines are used elsewhere"));
        }
        return new Finding.Candidate(
                key,
                subject,
                List.of(call),
                Finding.Time.MEMORY,
                List.of(code.value(call)),
                evidence -> judge(call, file, use, code, evidence));
    }

    private static Optional<String> veto(Call call, Name file, SingleUse use, Code code) {
        ParsedModule module = code.module();
        if (call.function() instanceof Attribute it && it.attribute().equals("splitlines")) {
            return Optional.of(
                    "splitlines() ends lines at other characters, too (form feed, U+2028), and takes"
                            + " the line ends away, which going through the file does not");
        }
        if (!module.hasExactSpan(call)) {
            return Optional.of("it stands in an f-string, in which no positions are known");
        }
        if (use.isGuarded(module)) {
            return Optional.of(
                    "an error of reading would come at another time, where it may be caught");
        }
        if (new Pauses(module).in(use.reader()).isPresent()) {
            return Optional.of("the function pauses while it goes through the lines");
        }
        if (use.assigned() != null && !use.between(module).isEmpty()) {
            return Optional.of(
                    "something else happens between reading and going through the lines");
        }
        return new OpenedFile(code, file).reason(use.reader(), call);
    }

    private static Judgement judge(
            Call call, Name file, SingleUse use, Code code, Evidence evidence) {
        Optional<ValueSeen> seen = evidence.observations().value(code.value(call).id());
        if (seen.isEmpty()) {
            return new Judgement.Refused("the run with probes never came there");
        }
        if (evidence.worth().refuses(evidence.share() < LEAST_SHARE)) {
            return new Judgement.Refused("it holds less than 5 % of the peak memory");
        }
        if (evidence.worth()
                .refuses(!seen.get().types().keySet().equals(java.util.Set.of("list")))) {
            return new Judgement.Refused("it does not give a list of lines");
        }
        long mean = Math.round((double) seen.get().length() / seen.get().times());
        return new Judgement.Offer(
                "Go through the file itself",
                "A probe saw %,d lines at once.".formatted(mean),
                Map.of("lists", seen.get().times(), "lines", mean),
                new Saving(Math.min(0.9, 8.0 * mean / Math.max(1, evidence.gained())), 0.95),
                List.of(
                        Condition.proved(
                                "The lines are gone through once, and nothing else sees them"),
                        Condition.proved("The file is open meanwhile, and nothing else reads it")),
                Map.of(code.path(), edits(call, file, use, code)),
                "An error of reading, or of a character that cannot be decoded, comes at its line,"
                        + " not before the first one.");
    }

    private static List<TextEdit> edits(Call call, Name file, SingleUse use, Code code) {
        Assign assigned = use.assigned();
        if (assigned == null) {
            return List.of(TextEdit.replace(call.span(), file.name()));
        }
        List<TextEdit> edits = new ArrayList<>();
        edits.add(TextEdit.replace(use.read().span(), file.name()));
        int line = code.source().lineSpan(assigned.line()).start();
        Span whole =
                new Span(
                        line,
                        code.source().nextLineStart(code.source().lineOf(assigned.span().end())));
        edits.add(
                StatementEdits.ownsLines(assigned, code.source())
                        ? TextEdit.delete(whole)
                        : TextEdit.replace(assigned.span(), "pass"));
        return edits;
    }
}
