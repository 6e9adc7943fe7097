package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.Question;
import dev.pareto.quantity.Figures;
import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.JoinedStr;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Statements of a file that become a function, with its call.
final class MainPlan {
    /// What a call, an index or an operator takes, counted in uses of a global variable.
    private static final double CALL = 2.5;

    private static final double OPERATOR = 1;

    /// The parts of a variable's time that are saved.
    private static final double LEAST = 0.25;

    private static final double MOST = 0.75;

    private final Code code;
    private final ModuleTail.Region region;
    private final List<Loop> loops;

    MainPlan(Code code, ModuleTail.Region region, List<Loop> loops) {
        this.code = code;
        this.region = region;
        this.loops = loops;
    }

    Finding candidate(String key, String subject) {
        return new Finding.Candidate(
                key,
                subject,
                List.copyOf(loops),
                Finding.Time.OWN,
                List.<Question>copyOf(loops.stream().map(this::first).map(code::reached).toList()),
                this::judge);
    }

    private Statement first(Loop loop) {
        return loop.body().getFirst();
    }

    private Judgement judge(Evidence evidence) {
        long rounds =
                loops.stream()
                        .mapToLong(
                                loop ->
                                        evidence.observations()
                                                .reached(code.reached(first(loop)).id()))
                        .sum();
        if (evidence.worth().refuses(rounds < 2)) {
            return new Judgement.Refused("its loops run at most once");
        }
        long uses = uses();
        return new Judgement.Offer(
                "Move the loops into a function",
                "Its loops run %s rounds and use global variables at %d places."
                        .formatted(Figures.count(rounds), uses),
                Map.of("rounds", rounds, "uses", uses),
                saving(uses),
                List.of(
                        Condition.proved("Nothing else uses the variables of these lines"),
                        Condition.proved("No variable means a builtin at first")),
                Map.of(code.path(), edits()),
                "The variables end with the function, and nobody can look at them afterwards: an"
                        + " interactive session, for example. Messages of errors name the"
                        + " function.");
    }

    private Saving saving(long uses) {
        double others = 0;
        for (Loop loop : loops) {
            for (Node node : loop.descendants()) {
                others +=
                        switch (node) {
                            case Call _, Subscript _ -> CALL;
                            case BinOp _, Compare _, Statement.AugAssign _ -> OPERATOR;
                            default -> 0;
                        };
            }
        }
        double part = uses / Math.max(1, uses + others);
        return new Saving(LEAST * part, MOST * part);
    }

    /// Places in the loops where variables stand that become local.
    private long uses() {
        long uses = 0;
        for (Binding binding : code.module().moduleScope().bindings()) {
            if (binding.uses().stream()
                    .anyMatch(use -> use.access().rebinds() && isInRegion(use))) {
                uses += binding.uses().stream().filter(this::isInLoop).count();
            }
        }
        return uses;
    }

    private boolean isInRegion(NameUse use) {
        return region.span().contains(use.span());
    }

    private boolean isInLoop(NameUse use) {
        return loops.stream().anyMatch(loop -> loop.span().contains(use.span()));
    }

    private List<TextEdit> edits() {
        SourceText source = code.source();
        String unit = unit();
        String main = code.module().freshName("main");
        int first = region.statements().getFirst().line();
        int last = source.lineOf(region.span().end());
        Set<Integer> texts = linesOfTexts();
        List<TextEdit> edits = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            String head = line == first ? "def " + main + "():" + source.lineEnd() : "";
            boolean indented = !texts.contains(line) && !source.line(line).isBlank();
            edits.add(
                    TextEdit.insert(source.lineSpan(line).start(), head + (indented ? unit : "")));
        }
        edits.removeIf(edit -> edit.replacement().isEmpty());
        String call = source.lineEnd() + source.lineEnd() + main + "()";
        int end = source.nextLineStart(last);
        boolean open = end == source.lineSpan(last).end();
        edits.add(TextEdit.insert(end, open ? source.lineEnd() + call : call + source.lineEnd()));
        return edits;
    }

    /// As the file indents: the first indentation that there is.
    private String unit() {
        return code.module()
                .nodes()
                .filter(Statement.class::isInstance)
                .map(node -> code.source().indentation(node.line()))
                .filter(indentation -> !indentation.isEmpty())
                .findFirst()
                .orElse("    ");
    }

    /// Lines that begin inside of a text, or between the parts of one: they stay as they are.
    private Set<Integer> linesOfTexts() {
        Set<Integer> lines = new HashSet<>();
        for (Statement statement : region.statements()) {
            for (Node node : statement.descendants()) {
                boolean text =
                        node instanceof JoinedStr
                                || node instanceof dev.pareto.source.tree.Expression.OtherExpression
                                || (node instanceof Constant(_, var value)
                                        && (value instanceof Literal.Text
                                                || value instanceof Literal.Bytes));
                if (text) {
                    int last = code.source().lineOf(node.span().end());
                    for (int line = node.line() + 1; line <= last; line++) {
                        lines.add(line);
                    }
                }
            }
        }
        return lines;
    }
}
