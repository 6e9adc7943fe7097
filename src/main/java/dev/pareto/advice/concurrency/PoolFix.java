package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;

import java.util.ArrayList;
import java.util.List;

/// Lets a pool make the calls of a loop, and the loop take their results in its own order.
///
///     with ThreadPoolExecutor(max_workers=16) as pool:
///         for url, result in zip(urls, pool.map(fetch, urls)):
///             pages.append(result)
final class PoolFix {
    private final ParsedModule module;
    private final LoopPiece.Found found;
    private final Items items;

    PoolFix(Code code, LoopPiece.Found found, Items items) {
        module = code.module();
        this.found = found;
        this.items = items;
    }

    /// @param executor how the pool is made, without `with` and its name; @param function for `map`
    /// @param more arguments after those with the items
    List<TextEdit> edits(String executor, String function, List<String> more) {
        String pool = module.freshName("pool");
        String result = module.freshName("result", pool, items.all());
        List<String> arguments = new ArrayList<>(List.of(function));
        arguments.addAll(items.arguments());
        arguments.addAll(more);
        String map = pool + ".map(" + String.join(", ", arguments) + ")";
        BlockEdits blocks = new BlockEdits(module);
        String header = "with " + executor + " as " + pool + ":";
        if (items.copied()) {
            String line =
                    module.source().lineEnd() + module.source().indentation(found.whole().line());
            header = items.all() + " = list(" + bracketed(found.iterable()) + ")" + line + header;
        }
        if (isBareMap()) {
            Expression list = (Expression) found.loop();
            List<TextEdit> edits =
                    new ArrayList<>(blocks.wrap(found.whole(), header, List.of(list.span())));
            edits.add(TextEdit.replace(list.span(), "list(" + map + ")"));
            return edits;
        }
        List<TextEdit> edits =
                new ArrayList<>(blocks.wrap(found.whole(), header, List.of(found.piece().span())));
        edits.add(TextEdit.replace(found.piece().span(), result));
        edits.add(TextEdit.replace(found.target().span(), target() + ", " + result));
        edits.add(
                TextEdit.replace(found.iterable().span(), "zip(" + items.all() + ", " + map + ")"));
        return edits;
    }

    /// `[f(x) for x in items]`
    private boolean isBareMap() {
        return found.loop() instanceof ListComp list && list.element().is(found.piece());
    }

    /// A tuple needs its parentheses there.
    private String target() {
        return bracketed(found.target());
    }

    private String bracketed(Expression part) {
        String text = module.text(part);
        boolean bare =
                part instanceof TupleDisplay tuple
                        && !tuple.elements().isEmpty()
                        && tuple.elements().getFirst().span().start() == tuple.span().start();
        return bare ? "(" + text + ")" : text;
    }

    /// What `map` calls: the function itself, where it needs nothing but the items.
    String function() {
        if (items.parameters().isEmpty()) {
            return "lambda item: " + module.text(((Call) found.piece()).function()) + "(*item)";
        }
        return isPlain()
                ? module.text(((Call) found.piece()).function())
                : "lambda "
                        + String.join(", ", items.parameters())
                        + ": "
                        + module.text(found.piece());
    }

    /// `f(a, b)` for the parameters `a, b`
    boolean isPlain() {
        return found.piece() instanceof Call call
                && (call.function() instanceof Name
                        || (call.function() instanceof Attribute it && it.value() instanceof Name))
                && call.keywords().isEmpty()
                && call.arguments().stream().allMatch(Name.class::isInstance)
                && call.arguments().stream()
                        .map(it -> ((Name) it).name())
                        .toList()
                        .equals(items.parameters());
    }
}
