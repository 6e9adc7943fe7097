package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.source.Span;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.DynamicAccess;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.PythonWords;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.Expr;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Global;
import dev.pareto.source.tree.Statement.Import;
import dev.pareto.source.tree.Statement.ImportFrom;
import dev.pareto.source.tree.Statement.Loop;
import dev.pareto.source.tree.Statement.OtherStatement;
import dev.pareto.source.tree.Statement.TypeAlias;

import java.util.List;
import java.util.Optional;

/// The last statements of a file, as far as they may become a function: nobody else sees their
/// variables, and they mean the same as local ones.
final class ModuleTail {
    /// @param statements without a gap, to the end of the file
    record Region(List<Statement> statements) {
        Span span() {
            return statements.getFirst().span().union(statements.getLast().span());
        }
    }

    private final Code code;
    private final ParsedModule module;

    ModuleTail(Code code) {
        this.code = code;
        module = code.module();
    }

    /// What in the whole program forbids it.
    Optional<String> reason() {
        for (ParsedModule other : code.own().modules()) {
            Optional<DynamicAccess> dynamic =
                    other.dynamicAccesses().stream()
                            .filter(it -> it.kind() != DynamicAccess.Kind.ATTRIBUTES)
                            .filter(
                                    it ->
                                            it.kind() != DynamicAccess.Kind.STAR_IMPORT
                                                    && (other == module
                                                            || it.kind()
                                                                    != DynamicAccess.Kind.LOCALS))
                            .findFirst();
            if (dynamic.isPresent()) {
                return Optional.of(
                        "variables may be reached by %s in %s, line %d"
                                .formatted(
                                        other.text(dynamic.get().node()).strip(),
                                        other.source().path(),
                                        dynamic.get().node().line()));
            }
            Optional<Node> named = other.nodes().filter(it -> namesMain(it, other)).findFirst();
            if (named.isPresent()) {
                return Optional.of(
                        "the module is reached by its name in %s, line %d"
                                .formatted(other.source().path(), named.get().line()));
            }
            if (other != module && imports(other)) {
                return Optional.of(
                        other.source().path() + " imports this file and may use its variables");
            }
        }
        if (code.own().unread().isPresent()) {
            return Optional.of(code.own().unread().get() + " may use its variables, too");
        }
        return code.own().defines("__del__")
                ? Optional.of("objects with `__del__` would end earlier")
                : Optional.empty();
    }

    /// `"__main__"` where it is not the usual comparison, and `import __main__`, `weakref`.
    private static boolean namesMain(Node node, ParsedModule other) {
        return switch (node) {
            case Constant(_, Literal.Text(var text)) ->
                    text.contains("__main__")
                            && !(other.parent(node).orElseThrow() instanceof Compare)
                            && !(other.parent(node).orElseThrow() instanceof Expr);
            case Import it ->
                    it.names().stream()
                            .anyMatch(
                                    alias ->
                                            alias.name().equals("__main__")
                                                    || alias.name().equals("weakref"));
            case ImportFrom it -> "__main__".equals(it.module()) || "weakref".equals(it.module());
            default -> false;
        };
    }

    private boolean imports(ParsedModule other) {
        return other.nodes()
                .anyMatch(
                        node ->
                                switch (node) {
                                    case Import it ->
                                            it.names().stream()
                                                    .anyMatch(alias -> isThis(alias.name()));
                                    case ImportFrom it ->
                                            it.level() > 0
                                                    || isThis(String.valueOf(it.module()))
                                                    || it.names().stream()
                                                            .anyMatch(
                                                                    alias ->
                                                                            isThis(
                                                                                    it.module()
                                                                                            + "."
                                                                                            + alias
                                                                                                    .name()));
                                    default -> false;
                                });
    }

    private boolean isThis(String dotted) {
        return code.own().module(dotted).filter(module::equals).isPresent();
    }

    /// The longest tail that may become a function; empty where there is none.
    Optional<Region> longest() {
        List<Statement> body = module.tree().body();
        for (int start = earliest(); start < body.size(); start++) {
            Region region = new Region(body.subList(start, body.size()));
            if (startsLine(region) && problem(region).isEmpty()) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    /// Where the last definition ends, and the imports after it.
    private int earliest() {
        List<Statement> body = module.tree().body();
        int start = body.size();
        while (start > 0 && canMove(body.get(start - 1))) {
            start--;
        }
        while (start < body.size() && isPreamble(body.get(start))) {
            start++;
        }
        return start;
    }

    /// Why a loop is not part of the longest tail.
    String obstacle(Loop loop) {
        List<Statement> body = module.tree().body();
        int start = earliest();
        boolean fixed =
                start == body.size() || loop.span().start() < body.get(start).span().start();
        return fixed
                ? "definitions stand between the loop and the end of the file"
                : problem(new Region(body.subList(start, body.size())))
                        .orElse("the loop does not start its line");
    }

    private static boolean isPreamble(Statement statement) {
        return statement instanceof Import
                || statement instanceof ImportFrom
                || (statement instanceof Expr it && it.value() instanceof Constant);
    }

    private static boolean canMove(Statement statement) {
        return !isFixed(statement)
                && statement.descendants().stream().noneMatch(ModuleTail::isFixed);
    }

    private static boolean isFixed(Node node) {
        return switch (node) {
            case FunctionDef _, ClassDef _, Global _, AnnAssign _, TypeAlias _, OtherStatement _ ->
                    true;
            case ImportFrom it ->
                    "__future__".equals(it.module())
                            || it.names().stream().anyMatch(alias -> alias.name().equals("*"));
            default -> false;
        };
    }

    private boolean startsLine(Region region) {
        Statement first = region.statements().getFirst();
        int start = code.source().lineSpan(first.line()).start();
        boolean joined = first.line() > 1 && code.source().line(first.line() - 1).endsWith("\\");
        return first.span().start() == start && !joined;
    }

    /// Why the variables that a region binds cannot be local.
    private Optional<String> problem(Region region) {
        Span span = region.span();
        for (Binding binding : module.moduleScope().bindings()) {
            List<NameUse> uses = binding.uses();
            boolean bound =
                    uses.stream()
                            .anyMatch(use -> use.access().rebinds() && span.contains(use.span()));
            if (!bound) {
                continue;
            }
            Optional<NameUse> outside =
                    uses.stream().filter(use -> !span.contains(use.span())).findFirst();
            if (outside.isPresent()) {
                return Optional.of(
                        "`%s` is used outside of them, too (line %d)"
                                .formatted(
                                        binding.name(),
                                        code.source().lineOf(outside.get().span().start())));
            }
            if (uses.stream().anyMatch(use -> use.scope().kind() == Scope.Kind.CLASS)) {
                return Optional.of("a class sees `" + binding.name() + "`");
            }
            if (PythonWords.isReserved(binding.name()) && mayMeanBuiltin(binding, region)) {
                return Optional.of(
                        "`" + binding.name() + "` means the builtin until it gets another value");
            }
            if (uses.stream().anyMatch(use -> use.access() == Access.DELETE)) {
                return Optional.of("`" + binding.name() + "` is deleted");
            }
        }
        return Optional.empty();
    }

    /// Whether the builtin may be read before the first assignment.
    private boolean mayMeanBuiltin(Binding binding, Region region) {
        if (binding.name().startsWith("__")) {
            return true;
        }
        NameUse first = binding.uses().getFirst();
        Statement statement = module.enclosingStatement(first.node()).orElseThrow();
        return first.access() != Access.STORE
                || region.statements().stream().noneMatch(statement::is)
                || statement instanceof Loop
                || binding.uses().stream()
                        .skip(1)
                        .anyMatch(use -> statement.span().contains(use.span()));
    }
}
