package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Imports;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Begins all calls of a loop as tasks, and lets the loop await each where it made the call.
///
///     tasks = [asyncio.create_task(limited(url)) for url in urls]
///     try:
///         for url, task in zip(urls, tasks):
///             pages.append(await task)
///     finally:
///         for task in tasks:
///             task.cancel()
///         await asyncio.gather(*tasks, return_exceptions=True)
///
/// Each task is awaited in its turn, since `gather` alone would throw what failed first in time,
/// before the rounds of those that came before it. The end leaves nobody behind when one fails.
final class TaskFix {
    private final ParsedModule module;
    private final SourceText source;
    private final LoopPiece.Found found;
    private final Items items;
    private final String unit;
    private final String line;
    private final String tasks;
    private final String task;
    private final String target;

    TaskFix(Code code, LoopPiece.Found found, Items items) {
        module = code.module();
        source = module.source();
        this.found = found;
        this.items = items;
        unit = new BlockEdits(module).unit();
        line = source.lineEnd() + source.indentation(found.whole().line());
        tasks = module.freshName("tasks", items.all());
        task = module.freshName("task", tasks, items.all());
        target = module.text(found.target());
    }

    /// Where coroutines are awaited one after the other.
    ///
    /// @param most as many at once
    List<TextEdit> ofAwaits(int most) {
        Imports.Import asyncio = new Imports(module).module("asyncio");
        String limit = module.freshName("limit", tasks, task);
        String limited = module.freshName("limited", tasks, task, limit);
        String call = module.text(((Await) found.piece()).value());
        String before =
                lines(
                        limit + " = " + asyncio.name() + ".Semaphore(" + most + ")",
                        "",
                        "async def " + limited + "(" + parameters() + "):",
                        unit + "async with " + limit + ":",
                        unit + unit + "return await " + call,
                        "",
                        "");
        return edits(asyncio, before, limited + "(" + parameters() + ")");
    }

    /// Where calls block.
    List<TextEdit> ofBlocking() {
        Imports.Import asyncio = new Imports(module).module("asyncio");
        Call call = (Call) found.piece();
        String toThread = asyncio.name() + ".to_thread(";
        if (isPlain(call)) {
            String arguments =
                    Stream.concat(Stream.of(call.function()), call.arguments().stream())
                            .map(module::text)
                            .reduce((a, b) -> a + ", " + b)
                            .orElseThrow();
            return edits(asyncio, "", toThread + arguments + ")");
        }
        String lambda = "lambda " + parameters() + ": " + module.text(call);
        return edits(asyncio, "", toThread + lambda + ", " + parameters() + ")");
    }

    /// `f(a, b)` with nothing but names and constants.
    static boolean isPlain(Call call) {
        boolean named =
                call.function() instanceof Name
                        || (call.function() instanceof Attribute it && it.value() instanceof Name);
        return named
                && call.keywords().isEmpty()
                && call.arguments().stream()
                        .allMatch(it -> it instanceof Name || it instanceof Constant);
    }

    private String parameters() {
        return String.join(", ", items.parameters());
    }

    /// Lines of the statement's indentation; empty ones have none.
    private String lines(String... texts) {
        StringBuilder all = new StringBuilder(texts[0]);
        for (int i = 1; i < texts.length; i++) {
            boolean last = i == texts.length - 1;
            all.append(texts[i].isEmpty() && !last ? source.lineEnd() : line + texts[i]);
        }
        return all.toString();
    }

    private List<TextEdit> edits(Imports.Import asyncio, String before, String coroutine) {
        BlockEdits blocks = new BlockEdits(module);
        String copy =
                items.copied()
                        ? items.all() + " = list(" + module.text(found.iterable()) + ")" + line
                        : "";
        String begin =
                "%s = [%s.create_task(%s) for %s in %s]"
                        .formatted(tasks, asyncio.name(), coroutine, target, items.all());
        String header = before + copy + begin + line + "try:";
        List<TextEdit> edits = new ArrayList<>();
        asyncio.edit().ifPresent(edits::add);
        if (isBare()) {
            var list = ((Expression) found.loop()).span();
            edits.addAll(blocks.wrap(found.whole(), header, List.of(list)));
            edits.add(
                    TextEdit.replace(list, "[await %s for %s in %s]".formatted(task, task, tasks)));
        } else {
            edits.addAll(blocks.wrap(found.whole(), header, List.of(found.piece().span())));
            edits.add(TextEdit.replace(found.piece().span(), "await " + task));
            edits.add(TextEdit.replace(found.target().span(), pair() + ", " + task));
            edits.add(
                    TextEdit.replace(
                            found.iterable().span(), "zip(" + items.all() + ", " + tasks + ")"));
        }
        String end =
                lines(
                        "finally:",
                        unit + "for " + task + " in " + tasks + ":",
                        unit + unit + task + ".cancel()",
                        unit
                                + "await "
                                + asyncio.name()
                                + ".gather(*"
                                + tasks
                                + ", return_exceptions=True)");
        edits.add(new StatementEdits(source).follow(found.whole(), end));
        return edits;
    }

    /// `[await f(x) for x in items]`
    private boolean isBare() {
        return found.loop() instanceof ListComp list && list.element().is(found.piece());
    }

    /// A tuple needs its parentheses there.
    private String pair() {
        boolean bare =
                found.target() instanceof TupleDisplay tuple
                        && tuple.elements().getFirst().span().start() == tuple.span().start();
        return bare ? "(" + target + ")" : target;
    }
}
