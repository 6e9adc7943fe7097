package dev.pareto.advice.memory;

import dev.pareto.advice.rule.Code;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Keyword;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.*;
import dev.pareto.source.tree.WithItem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A variable that holds a file, opened for reading text by the function itself.
final class OpenedFile {
    private static final Set<String> MODES = Set.of("r", "rt", "rb");

    private final Code code;
    private final ParsedModule module;
    private final Name file;
    private final Optional<Binding> binding;

    OpenedFile(Code code, Name file) {
        this.code = code;
        this.file = file;
        module = code.module();
        binding = module.binding(file);
    }

    /// Whether the variable holds an opened file and nothing else, ever.
    boolean isFile() {
        List<NameUse> stores =
                binding.stream()
                        .flatMap(it -> it.uses().stream())
                        .filter(use -> use.access().rebinds())
                        .toList();
        return stores.size() == 1
                && opened(stores.getFirst()).filter(call -> isReading(call)).isPresent();
    }

    private Optional<Call> opened(NameUse store) {
        Expression value =
                switch (module.parent(store.node()).orElse(store.node())) {
                    case WithItem it -> it.context();
                    case Assign it when it.targets().size() == 1 -> it.value();
                    default -> null;
                };
        return value instanceof Call call
                        && call.function() instanceof Name name
                        && name.name().equals("open")
                        && module.isBuiltin("open", module.scopeOf(name))
                ? Optional.of(call)
                : Optional.empty();
    }

    private static boolean isReading(Call open) {
        Optional<Expression> mode =
                open.arguments().size() > 1
                        ? Optional.of(open.arguments().get(1))
                        : open.keywords().stream()
                                .filter(it -> "mode".equals(it.name()))
                                .map(Keyword::value)
                                .findFirst();
        return open.keywords().stream().noneMatch(it -> it.name() == null)
                && mode.map(
                                it ->
                                        it instanceof Constant(_, Literal.Text(var text))
                                                && MODES.contains(text))
                        .orElse(true);
    }

    /// Why its lines cannot be read while a reader goes through them.
    Optional<String> reason(Node reader, Call reading) {
        if (!isFile()) {
            return Optional.of(
                    "nobody knows for certain that `" + file.name() + "` is an open file");
        }
        Scope scope = module.scopeOf(reading);
        boolean shared =
                binding.orElseThrow().scope() != scope
                        || binding.orElseThrow().uses().stream()
                                .anyMatch(use -> use.scope() != scope);
        if (shared) {
            return Optional.of("other code may see `" + file.name() + "`");
        }
        return used(reader, reading).or(() -> opens(reader));
    }

    /// Before its lines are read it may be used in any way, afterwards it may only be closed.
    private Optional<String> used(Node reader, Call reading) {
        for (NameUse use : binding.orElseThrow().uses(Access.LOAD)) {
            Node node = use.node();
            boolean fine =
                    reading.span().contains(node.span())
                            || (node.span().end() <= reading.span().start() && !isRepeated(reading))
                            || (isClosing(node) && node.span().start() >= reader.span().end());
            if (!fine) {
                return Optional.of("line %d uses the file, too".formatted(node.line()));
            }
        }
        return Optional.empty();
    }

    private boolean isRepeated(Call reading) {
        int opened = binding.orElseThrow().uses(Access.STORE).getFirst().node().span().start();
        return module.enclosingLoops(reading).stream()
                .anyMatch(loop -> !loop.span().contains(opened));
    }

    private boolean isClosing(Node use) {
        return module.parent(use).orElse(use) instanceof Attribute method
                && method.attribute().equals("close")
                && module.enclosingStatement(use).filter(Expr.class::isInstance).isPresent();
    }

    /// What is done with the lines must not write the file.
    private Optional<String> opens(Node reader) {
        Stream<Node> inside = reader.descendants().stream();
        return inside.filter(Call.class::isInstance)
                .map(Call.class::cast)
                .filter(call -> mayWrite(call))
                .findFirst()
                .map(
                        call ->
                                "%s in line %d may change the file meanwhile"
                                        .formatted(module.text(call.function()), call.line()));
    }

    /// Functions of the program may open files; so may those of modules that work with them.
    private boolean mayWrite(Call call) {
        return switch (call.function()) {
            case Name name ->
                    Set.of("open", "exec", "eval").contains(name.name())
                            || module.binding(name)
                                    .filter(
                                            it ->
                                                    it.uses(Access.STORE).stream()
                                                            .anyMatch(
                                                                    use -> opensFiles(use.node())))
                                    .isPresent();
            case Attribute method when code.own().defines(method.attribute()) -> true;
            case Attribute method ->
                    Set.of(
                                            "open",
                                            "write_text",
                                            "write_bytes",
                                            "rename",
                                            "replace",
                                            "remove",
                                            "unlink",
                                            "truncate")
                                    .contains(method.attribute())
                            && !(method.attribute().equals("replace")
                                    && call.arguments().size() >= 2)
                            && !(method.attribute().equals("remove")
                                    && !module.text(method.value()).equals("os"));
            default -> false;
        };
    }

    private static boolean opensFiles(Node definition) {
        return !(definition instanceof FunctionDef function)
                || function.body().stream()
                        .flatMap(
                                it -> Stream.concat(Stream.<Node>of(it), it.descendants().stream()))
                        .anyMatch(
                                it ->
                                        (it instanceof Name name && name.name().equals("open"))
                                                || (it instanceof Attribute a
                                                        && a.attribute().startsWith("write")));
    }
}
