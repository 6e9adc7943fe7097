package dev.pareto.advice.rule;

import dev.pareto.source.module.DynamicAccess;
import dev.pareto.source.module.DynamicAccess.Kind;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Refuses what code may reach without naming it: `locals()`, `eval`, `__dict__`, `getattr`.
public final class DynamicNames {
    private static final Set<Kind> OF_LOCALS =
            EnumSet.of(Kind.LOCALS, Kind.EVALUATION, Kind.FRAMES);
    private static final Set<Kind> OF_GLOBALS =
            EnumSet.of(Kind.GLOBALS, Kind.EVALUATION, Kind.FRAMES);
    private static final Set<String> REFLECTIVE = Set.of("getattr", "setattr", "delattr");

    private final OwnCode own;

    public DynamicNames(OwnCode own) {
        this.own = own;
    }

    /// Why the uses of a holder may not be all that there are; empty when they are.
    ///
    /// @param module where it was looked at; @param at the node that was looked at
    public Optional<String> reason(Holder holder, ParsedModule module, Node at) {
        return switch (holder.reach()) {
            case LOCAL, PARAMETER, SHARED -> ofLocals(module, at);
            case GLOBAL ->
                    ofGlobals(List.of(module))
                            .or(() -> ofLocals(module, at))
                            .or(() -> ofModuleAttribute(holder.name()));
            case FOREIGN -> ofGlobals(own.modules()).or(() -> ofModuleAttribute(holder.name()));
            case ATTRIBUTE -> ofAttribute(holder.name()).or(() -> ofLocals(module, at));
        };
    }

    /// Why the variables of the function around a node may be reached without being named.
    public Optional<String> ofLocals(ParsedModule module, Node at) {
        Scope scope = outermost(module.scopeOf(at));
        return module.dynamicAccesses().stream()
                .filter(access -> OF_LOCALS.contains(access.kind()))
                .filter(
                        access ->
                                access.kind() == Kind.FRAMES
                                        || outermost(module.scopeOf(access.node())) == scope)
                .findFirst()
                .map(access -> reason(module, access));
    }

    private Optional<String> ofGlobals(List<ParsedModule> modules) {
        return modules.stream()
                .flatMap(
                        module ->
                                module.dynamicAccesses().stream()
                                        .filter(
                                                it ->
                                                        OF_GLOBALS.contains(it.kind())
                                                                || isModuleLevel(it, module))
                                        .map(it -> reason(module, it)))
                .findFirst();
    }

    /// `locals()` and `vars()` are the globals where they stand outside of all functions.
    private static boolean isModuleLevel(DynamicAccess access, ParsedModule module) {
        return access.kind() == Kind.LOCALS
                && module.scopeOf(access.node()) == module.moduleScope();
    }

    /// `getattr(module, "NAME")`
    private Optional<String> ofModuleAttribute(String name) {
        return own.modules().stream()
                .flatMap(module -> reflective(module, call -> names(call, name)))
                .findFirst();
    }

    /// Why attributes of this name may be reached without being named.
    public Optional<String> ofAttribute(String name) {
        return own.modules().stream()
                .flatMap(
                        module ->
                                Stream.concat(
                                        attributes(module),
                                        reflective(
                                                module,
                                                call -> !isConstant(call) || names(call, name))))
                .findFirst();
    }

    private static Stream<String> attributes(ParsedModule module) {
        return module.dynamicAccesses().stream()
                .filter(access -> access.kind() == Kind.ATTRIBUTES || access.kind() == Kind.LOCALS)
                .map(access -> reason(module, access));
    }

    private static Stream<String> reflective(ParsedModule module, Predicate<Call> matters) {
        return module.nodes()
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .filter(call -> call.function() instanceof Name it && isReflective(it, module))
                .filter(matters)
                .map(call -> module.text(call.function()) + "() in " + place(module, call));
    }

    private static boolean isReflective(Name name, ParsedModule module) {
        return REFLECTIVE.contains(name.name())
                && module.isBuiltin(name.name(), module.scopeOf(name));
    }

    private static boolean isConstant(Call call) {
        return call.arguments().size() >= 2
                && call.arguments().get(1) instanceof Constant(_, Literal.Text _);
    }

    private static boolean names(Call call, String name) {
        return call.arguments().size() >= 2
                && call.arguments().get(1) instanceof Constant(_, Literal.Text(var text))
                && text.equals(name);
    }

    private static String reason(ParsedModule module, DynamicAccess access) {
        return module.text(access.node()).strip() + " in " + place(module, access.node());
    }

    private static String place(ParsedModule module, Node node) {
        return module.source().path() + ", line " + node.line();
    }

    /// The scope of the outermost function around; closures share variables.
    private static Scope outermost(Scope scope) {
        Scope found = scope;
        for (Scope s = scope; s.parent().isPresent(); s = s.parent().get()) {
            if (s.isFunctionLike()) {
                found = s;
            }
        }
        return found;
    }
}
