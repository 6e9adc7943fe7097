package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.OwnCode;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Await;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a coroutine is all that its event loop runs, so that nobody notices when it lets the
/// loop go on where it did not before.
final class SingleTask {
    /// Of asyncio itself; objects of other kinds may have methods of these names.
    private static final Set<String> OF_ASYNCIO =
            Set.of("gather as_completed wait wait_for shield timeout timeout_at".split(" "));

    private static final Set<String> STARTING =
            Set.of(
                    ("create_task ensure_future TaskGroup run_coroutine_threadsafe start_server"
                                    + " start_unix_server create_server create_datagram_endpoint"
                                    + " call_soon call_soon_threadsafe call_later call_at"
                                    + " add_reader add_writer add_signal_handler run_forever"
                                    + " start_soon create_task_group create_subprocess_exec"
                                    + " create_subprocess_shell")
                            .split(" "));

    private static final Set<String> RUNNING = Set.of("run", "run_until_complete");

    private final Code code;
    private final Set<FunctionDef> looked = new HashSet<>();

    SingleTask(Code code) {
        this.code = code;
    }

    /// Why there may be others; empty when there are none.
    Optional<String> reason(FunctionDef coroutine) {
        OwnCode own = code.own();
        if (own.usesThreads()) {
            return Optional.of("the program uses threads already");
        }
        return own.modules().stream()
                .flatMap(
                        module ->
                                module.nodes()
                                        .filter(node -> starts(node, module))
                                        .map(
                                                node ->
                                                        "other tasks would run in between (%s, line %d)"
                                                                .formatted(
                                                                        module.source().path(),
                                                                        node.line())))
                .findFirst()
                .or(() -> ofUses(coroutine, code.module()));
    }

    private boolean starts(Node node, ParsedModule module) {
        KnownCalls known = new KnownCalls(code.own(), module);
        return switch (node) {
            case Attribute it ->
                    known.dotted(it)
                            .map(SingleTask::isStarting)
                            .orElse(STARTING.contains(it.attribute()));
            case Name it -> known.dotted(it).filter(SingleTask::isStarting).isPresent();
            default -> false;
        };
    }

    private static boolean isStarting(String dotted) {
        String name = dotted.substring(dotted.lastIndexOf('.') + 1);
        return dotted.startsWith("asyncio.")
                && (STARTING.contains(name) || OF_ASYNCIO.contains(name));
    }

    /// It must be awaited where it is called, or be what the event loop runs.
    private Optional<String> ofUses(FunctionDef coroutine, ParsedModule module) {
        if (!looked.add(coroutine)) {
            return Optional.empty();
        }
        String unknown = "nobody knows who runs `" + coroutine.name() + "` beside others";
        if (!coroutine.decorators().isEmpty()
                || code.own().functions(coroutine.name()).size() != 1) {
            return Optional.of(unknown);
        }
        boolean method = module.parent(coroutine).orElse(coroutine) instanceof ClassDef;
        List<Use> uses = method ? ofMethod(coroutine) : ofFunction(coroutine, module);
        for (Use use : uses) {
            Optional<FunctionDef> caller = use.module().enclosingFunction(use.node());
            if (isAwaited(use) && caller.isPresent()) {
                Optional<String> above = ofUses(caller.get(), use.module());
                if (above.isPresent()) {
                    return above;
                }
            } else if (!isRun(use)) {
                return Optional.of(unknown);
            }
        }
        return uses.isEmpty() ? Optional.of(unknown) : Optional.empty();
    }

    private record Use(ParsedModule module, Node node) {}

    private List<Use> ofMethod(FunctionDef method) {
        return code.own().attributes(method.name()).stream()
                .map(it -> new Use(it.module(), it.node()))
                .toList();
    }

    /// By its name in its file, and wherever the name stands in others.
    private List<Use> ofFunction(FunctionDef function, ParsedModule module) {
        Stream<Use> names =
                code.own().modules().stream()
                        .flatMap(
                                file ->
                                        file.nodes()
                                                .filter(
                                                        node ->
                                                                node instanceof Name it
                                                                        && it.name()
                                                                                .equals(
                                                                                        function
                                                                                                .name()))
                                                .map(node -> new Use(file, node)));
        return Stream.concat(names, ofMethod(function).stream())
                .filter(use -> use.module() != module || !use.node().is(function))
                .toList();
    }

    private static Optional<Call> call(Use use) {
        return use.module()
                .parent(use.node())
                .filter(it -> it instanceof Call call && call.function().is(use.node()))
                .map(Call.class::cast);
    }

    private static boolean isAwaited(Use use) {
        return call(use).flatMap(use.module()::parent).filter(Await.class::isInstance).isPresent();
    }

    /// `asyncio.run(main())`
    private static boolean isRun(Use use) {
        return call(use)
                .flatMap(call -> use.module().parent(call))
                .filter(
                        above ->
                                above instanceof Call call
                                        && call.function() instanceof Attribute it
                                        && RUNNING.contains(it.attribute()))
                .isPresent();
    }
}
