package dev.pareto.advice.text;

import dev.pareto.advice.rule.Blocks;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Meanwhile;
import dev.pareto.advice.rule.OwnCode.AttributeUse;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Loop;
import dev.pareto.source.tree.Statement.Return;
import dev.pareto.source.tree.Statement.Try;
import dev.pareto.source.tree.Statement.With;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An attribute of an object that holds a text: `self.text`. All attributes of that name are taken
/// for each other.
final class TextAttribute implements GrowingText {
    private final Code code;
    private final ParsedModule module;
    private final Attribute attribute;
    private final String name;

    TextAttribute(Code code, Attribute attribute) {
        this.code = code;
        this.attribute = attribute;
        module = code.module();
        name = attribute.attribute();
    }

    /// Whether it is a text anywhere; else it is nearly always a number or a list.
    boolean startsAsText() {
        return stores().anyMatch(this::storesText);
    }

    private Stream<AttributeUse> stores() {
        return code.own().attributes(name).stream()
                .filter(use -> use.node().context() != Context.LOAD);
    }

    private boolean storesText(AttributeUse use) {
        return use.module().parent(use.node()).orElseThrow() instanceof Assign it
                && it.targets().stream().anyMatch(use.node()::is)
                && new Texts(use.module()).isText(it.value());
    }

    private boolean grows(AttributeUse use) {
        return use.module().parent(use.node()).orElseThrow() instanceof Statement it
                && (it instanceof Assign || it instanceof AugAssign)
                && Growth.of(it, new Code(use.module(), code.own()))
                        .filter(growth -> growth.target().is(use.node()))
                        .isPresent();
    }

    @Override
    public Optional<String> reason() {
        if (code.own().unread().isPresent()) {
            return Optional.of(
                    code.own().unread().get() + " may use it too, and is no valid Python");
        }
        if (stores().anyMatch(use -> !storesText(use) && !grows(use)) || isOfClass()) {
            return Optional.of("it is not certain that `" + name + "` always holds a text");
        }
        if (code.own().defines(name)
                || Stream.of("__getattr__", "__getattribute__", "__setattr__")
                        .anyMatch(code.own()::defines)) {
            return Optional.of("a method may compute or keep the attribute");
        }
        if (code.own().usesThreads()) {
            return Optional.of("another thread may look at `" + name + "` meanwhile");
        }
        DynamicNames names = new DynamicNames(code.own());
        return names.ofAttribute(name)
                .or(() -> names.ofLocals(module, attribute))
                .map(where -> "variables may be reached by " + where)
                .or(this::ofObject);
    }

    /// A class may give its objects a value of another kind.
    private boolean isOfClass() {
        return code.own().modules().stream()
                .flatMap(it -> it.scopes().stream())
                .anyMatch(
                        it ->
                                it.kind() == Scope.Kind.CLASS
                                        && it.binding(name)
                                                .filter(binding -> !binding.roles().isEmpty())
                                                .isPresent());
    }

    private Optional<String> ofObject() {
        Scope.Kind scope = module.scopeOf(attribute).kind();
        boolean plain =
                (scope == Scope.Kind.FUNCTION || scope == Scope.Kind.MODULE)
                        && object().filter(it -> it.scope() == module.scopeOf(attribute))
                                .isPresent();
        return plain
                ? Optional.empty()
                : Optional.of("it belongs to an object of which too little is known");
    }

    private Optional<Binding> object() {
        return module.binding((Name) attribute.value());
    }

    @Override
    public Result loop(Growth growth) {
        Result found = new Impossible("it grows once, not in a loop");
        for (Node around : module.enclosingLoops(growth.statement())) {
            if (!(around instanceof Loop loop)) {
                break;
            }
            Optional<String> reason = reason(loop, growth.prepends());
            if (reason.isPresent()) {
                return found instanceof Grows ? found : new Impossible(reason.get());
            }
            found = new Grows(loop, growths(loop));
        }
        return found;
    }

    private List<Growth> growths(Loop loop) {
        Optional<Integer> function = module.enclosingFunction(loop).map(Node::id);
        return loop.descendants().stream()
                .filter(it -> module.enclosingFunction(it).map(Node::id).equals(function))
                .flatMap(node -> Growth.of(node, code).stream())
                .filter(it -> module.text(it.target()).equals(module.text(attribute)))
                .toList();
    }

    private Optional<String> reason(Loop loop, boolean prepends) {
        List<Growth> growths = growths(loop);
        StatementEdits statements = new StatementEdits(code.source());
        if (growths.stream().anyMatch(growth -> growth.prepends() != prepends)) {
            return Optional.of("it grows at both ends");
        }
        if (!statements.canPrecede(loop) || !statements.canFollow(loop)) {
            return Optional.of("there is no place before and after the loop");
        }
        return left(loop)
                .or(() -> changed(loop))
                .or(() -> needed(loop, growths))
                .or(() -> unbound(loop))
                .or(() -> caught(loop));
    }

    /// Whether the loop may be left otherwise than by its end, or for a while.
    private Optional<String> left(Loop loop) {
        Optional<Integer> function = module.enclosingFunction(loop).map(Node::id);
        return loop.descendants().stream()
                .filter(Return.class::isInstance)
                .filter(it -> module.enclosingFunction(it).map(Node::id).equals(function))
                .findFirst()
                .or(() -> new Pauses(module).in(loop))
                .map(
                        it ->
                                "the function is left inside the loop (line %d), and then the text is"
                                                .formatted(it.line())
                                        + " needed");
    }

    private Optional<String> changed(Loop loop) {
        return object().stream()
                .flatMap(binding -> binding.uses().stream())
                .filter(use -> use.access().rebinds() && loop.span().contains(use.span()))
                .findFirst()
                .map(_ -> "it belongs to another object in the next round");
    }

    /// Whether any code that may run in the loop uses such an attribute otherwise.
    private Optional<String> needed(Loop loop, List<Growth> growths) {
        for (Meanwhile.Part part : Meanwhile.of(code, loop)) {
            Optional<Node> other =
                    part.nodes()
                            .filter(
                                    it ->
                                            it instanceof Attribute use
                                                    && use.attribute().equals(name))
                            .filter(it -> part.module() != module || !isOf(it, growths))
                            .findFirst();
            if (other.isPresent()) {
                return Optional.of(
                        "the loop needs the text in line %d%s"
                                .formatted(
                                        other.get().line(),
                                        part.module() == module
                                                ? ""
                                                : " of " + part.module().source().path()));
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(Node use, List<Growth> growths) {
        return growths.stream().anyMatch(it -> it.target().is(use) || it.read().is(use));
    }

    /// Whether it may not be there yet, so that only the first piece would tell.
    private Optional<String> unbound(Loop loop) {
        boolean before =
                Blocks.before(loop, module).stream()
                        .anyMatch(
                                it ->
                                        it instanceof Assign assign
                                                && assign.targets().stream().anyMatch(this::isIt));
        return before || isSetWhenMade(loop)
                ? Optional.empty()
                : Optional.of("`" + name + "` may have no value before the loop");
    }

    private boolean isIt(Expression target) {
        return target instanceof Attribute && module.text(target).equals(module.text(attribute));
    }

    /// `self.text = ""` in the `__init__` of the class in one of whose methods the loop stands.
    private boolean isSetWhenMade(Loop loop) {
        Optional<FunctionDef> method = module.enclosingFunction(loop);
        boolean own =
                method.filter(it -> !it.parameters().all().isEmpty())
                        .filter(
                                it ->
                                        it.parameters()
                                                .all()
                                                .getFirst()
                                                .name()
                                                .equals(((Name) attribute.value()).name()))
                        .isPresent();
        return own
                && module.parent(method.orElseThrow()).orElseThrow() instanceof ClassDef owner
                && owner.body().stream()
                        .filter(FunctionDef.class::isInstance)
                        .map(FunctionDef.class::cast)
                        .filter(it -> it.name().equals("__init__"))
                        .filter(it -> !it.parameters().all().isEmpty())
                        .anyMatch(this::sets);
    }

    private boolean sets(FunctionDef maker) {
        String self = maker.parameters().all().getFirst().name();
        return maker.body().stream()
                .anyMatch(
                        it ->
                                it instanceof Assign assign
                                        && assign.targets().stream()
                                                .anyMatch(
                                                        target ->
                                                                module.text(target)
                                                                        .equals(
                                                                                self + "."
                                                                                        + name)));
    }

    /// Whether somebody may catch an exception of the loop, and look at the text so far.
    private Optional<String> caught(Loop loop) {
        for (ParsedModule other : code.own().modules()) {
            Optional<Node> catching =
                    other.nodes()
                            .filter(
                                    it ->
                                            it instanceof Try
                                                    || (it instanceof With && !isOpen(it, other)))
                            .filter(it -> reaches(it, other, loop))
                            .findFirst();
            if (catching.isPresent()) {
                return Optional.of(
                        "an exception in the loop would leave another text behind (line %d%s)"
                                .formatted(
                                        catching.get().line(),
                                        other == module ? "" : " of " + other.source().path()));
            }
        }
        return Optional.empty();
    }

    private static boolean isOpen(Node with, ParsedModule other) {
        return ((With) with)
                .items().stream()
                        .allMatch(
                                it ->
                                        it.context() instanceof Expression.Call call
                                                && call.function() instanceof Name function
                                                && function.name().equals("open")
                                                && other.isBuiltin(
                                                        "open", other.scopeOf(function)));
    }

    private boolean reaches(Node catching, ParsedModule other, Loop loop) {
        return Meanwhile.of(new Code(other, code.own()), catching).stream()
                .anyMatch(
                        part ->
                                part.module() == module
                                        && part.node().span().contains(loop.span()));
    }
}
