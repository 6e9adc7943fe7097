package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.source.SourceText;
import dev.pareto.source.Span;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.List;

/// Lets a pool make the calls of a loop, and the loop ask for each result where it made the call,
/// so that an exception comes out there as well.
///
///     with ThreadPoolExecutor(max_workers=16) as pool:
///         futures = [pool.submit(fetch, url) for url in urls]
///         for url, future in zip(urls, futures):
///             try:
///                 page = future.result()
///             except OSError:
///                 ...
final class FutureFix {
    private final ParsedModule module;
    private final SourceText source;
    private final LoopPiece.Found found;
    private final Items items;
    private final String unit;
    private final String line;

    FutureFix(Code code, LoopPiece.Found found, Items items) {
        module = code.module();
        source = module.source();
        this.found = found;
        this.items = items;
        unit = new BlockEdits(module).unit();
        line = source.lineEnd() + source.indentation(found.whole().line());
    }

    /// @param executor how the pool is made, without `with` and its name
    List<TextEdit> edits(String executor) {
        String pool = module.freshName("pool", items.all());
        String futures = module.freshName("futures", pool, items.all());
        String future = module.freshName("future", pool, futures, items.all());
        String work = module.freshName("work", pool, futures, future, items.all());
        String target = module.text(found.target());
        String submit =
                "%s = [%s.submit(%s) for %s in %s]"
                        .formatted(futures, pool, call(work), target, items.all());
        String header =
                (found.block().isEmpty() ? "" : definition(work))
                        + (items.copied()
                                ? items.all()
                                        + " = list("
                                        + module.text(found.iterable())
                                        + ")"
                                        + line
                                : "")
                        + "with "
                        + executor
                        + " as "
                        + pool
                        + ":"
                        + line
                        + unit
                        + submit;
        Span replaced = replaced();
        List<TextEdit> edits =
                new ArrayList<>(
                        new BlockEdits(module).wrap(found.whole(), header, List.of(replaced)));
        edits.add(TextEdit.replace(replaced, names() + future + ".result()"));
        edits.add(TextEdit.replace(found.target().span(), pair(target) + ", " + future));
        edits.add(
                TextEdit.replace(
                        found.iterable().span(), "zip(" + items.all() + ", " + futures + ")"));
        return edits;
    }

    private Span replaced() {
        return found.block().isEmpty()
                ? found.piece().span()
                : new Span(
                        found.block().getFirst().span().start(),
                        found.block().getLast().span().end());
    }

    private String names() {
        return found.block().isEmpty()
                ? ""
                : String.join(", ", LoopBlocks.results(found, module)) + " = ";
    }

    /// The block as a function. It stands as deep as it stood in the loop.
    private String definition(String work) {
        Statement first = found.block().getFirst();
        Span span = replaced();
        String inner = source.lineEnd() + source.indentation(first.line());
        return "def "
                + work
                + "("
                + String.join(", ", items.parameters())
                + "):"
                + inner
                + source.text().substring(span.start(), span.end())
                + inner
                + "return "
                + String.join(", ", LoopBlocks.results(found, module))
                + source.lineEnd()
                + line;
    }

    private String call(String work) {
        String parameters = String.join(", ", items.parameters());
        if (!found.block().isEmpty()) {
            return work + ", " + parameters;
        }
        Call call = (Call) found.piece();
        List<String> plain = new ArrayList<>(List.of(module.text(call.function())));
        call.arguments().forEach(it -> plain.add(module.text(it)));
        return TaskFix.isPlain(call)
                ? String.join(", ", plain)
                : "lambda " + parameters + ": " + module.text(call) + ", " + parameters;
    }

    /// A tuple needs its parentheses there.
    private String pair(String target) {
        boolean bare =
                found.target() instanceof TupleDisplay tuple
                        && tuple.elements().getFirst().span().start() == tuple.span().start();
        return bare ? "(" + target + ")" : target;
    }
}
