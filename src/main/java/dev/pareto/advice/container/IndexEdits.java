package dev.pareto.advice.container;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.SourceText;
import dev.pareto.source.Span;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.If;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes an index before a loop, and lets a search in it ask the index. Where the condition cannot
/// be taken away without touching other code, it stays, and is true.
final class IndexEdits {
    private final JoinPlan plan;
    private final KeySearch search;
    private final Code code;
    private final ParsedModule module;
    private final SourceText source;

    IndexEdits(JoinPlan plan) {
        this.plan = plan;
        search = plan.search();
        code = plan.code();
        module = code.module();
        source = code.source();
    }

    List<TextEdit> edits() {
        String index = module.freshName(name());
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new StatementEdits(source).linesBefore(plan.loop(), build(index)));
        String sought = module.text(search.sought().expression());
        edits.add(
                TextEdit.replace(
                        search.iterable().span(), "%s.get(%s, ())".formatted(index, sought)));
        edits.addAll(withoutTest().orElseGet(List::of));
        return edits;
    }

    /// `customers_by_id`
    private String name() {
        String container = plan.container().replaceFirst(".*\\.", "").replaceFirst("^_+", "");
        String word =
                search.key()
                        .lastWord()
                        .or(
                                () ->
                                        search.names().size() > 1
                                                ? search.key().name().map(Name::name)
                                                : Optional.empty())
                        .orElse("key")
                        .replaceFirst("^_+", "");
        return (container.isEmpty() ? "items" : container)
                + "_by_"
                + (word.isEmpty() ? "key" : word);
    }

    private List<String> build(String index) {
        List<String> fresh = search.names().stream().map(this::variable).toList();
        String joined = String.join(", ", fresh) + (isTuple() && fresh.size() == 1 ? "," : "");
        String root = search.key().name().orElseThrow().name();
        String own = fresh.get(search.names().stream().map(Name::name).toList().indexOf(root));
        Expression key = search.key().expression();
        String rest = source.text().substring(search.key().root().span().end(), key.span().end());
        String unit = new BlockEdits(module).unit();
        List<String> lines = new ArrayList<>();
        lines.add(index + " = {}");
        lines.add("for %s in %s:".formatted(joined, plan.container()));
        String inner = unit;
        if (!search.guards().isEmpty()) {
            lines.add(
                    unit
                            + search.guards().stream()
                                    .map(it -> module.text(it.condition()))
                                    .collect(Collectors.joining(" and ", "if ", ":")));
            inner = unit + unit;
        }
        lines.add(
                "%s%s.setdefault(%s%s, []).append(%s)"
                        .formatted(
                                inner, index, own, rest, isTuple() ? "(" + joined + ")" : joined));
        return lines;
    }

    private boolean isTuple() {
        return !(search.loop() instanceof For it && it.target() instanceof Name)
                && !(search.loop() instanceof Comprehension clause
                        && clause.target() instanceof Name);
    }

    /// A variable of a comprehension is no variable of the function around it.
    private String variable(Name name) {
        boolean taken =
                search.isClause()
                        && module.scopes().stream()
                                .filter(it -> it.kind() != Scope.Kind.COMPREHENSION)
                                .anyMatch(it -> it.binding(name.name()).isPresent());
        return taken ? module.freshName(name.name()) : name.name();
    }

    /// Takes the condition away, as far as it asks for the key.
    private Optional<List<TextEdit>> withoutTest() {
        If block = search.block();
        if (!search.rest().isEmpty()) {
            return withoutFirst(search.rest().getFirst());
        }
        if (block == null) {
            return withoutClause();
        }
        return search.skips() ? withoutSkip(block) : unwrapped(block);
    }

    private Optional<List<TextEdit>> unwrapped(If block) {
        return new BlockEdits(module).unwrap(block);
    }

    /// `if a and b` → `if b`
    private Optional<List<TextEdit>> withoutFirst(Expression next) {
        String between = text(search.equality().span().end(), next.span().start());
        return between.matches("\\s+and\\s+")
                ? Optional.of(
                        List.of(TextEdit.delete(new Span(search.start(), next.span().start()))))
                : Optional.empty();
    }

    /// `for a in b if c` → `for a in b`
    private Optional<List<TextEdit>> withoutClause() {
        int end = search.iterable().span().end();
        return text(end, search.test().span().start()).matches("\\s+if\\s+")
                ? Optional.of(List.of(TextEdit.delete(new Span(end, search.test().span().end()))))
                : Optional.empty();
    }

    private Optional<List<TextEdit>> withoutSkip(If block) {
        return StatementEdits.ownsLines(block, source)
                        && module.comments().stream()
                                .noneMatch(it -> block.span().contains(it.span()))
                ? Optional.of(
                        List.of(
                                TextEdit.delete(
                                        new Span(
                                                source.lineSpan(block.line()).start(),
                                                source.nextLineStart(
                                                        source.lineOf(block.span().end()))))))
                : Optional.empty();
    }

    private String text(int from, int to) {
        return source.text(new Span(from, to));
    }
}
