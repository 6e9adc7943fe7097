package dev.pareto.advice.text;

import dev.pareto.advice.rule.Blocks;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holders;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.Loop;
import dev.pareto.source.tree.Statement.Try;
import dev.pareto.source.tree.Statement.With;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A variable that holds a text, and whether it may be put together after a loop instead of in it.
final class TextVariable implements GrowingText {
    private final Code code;
    private final ParsedModule module;
    private final Name name;
    private final Binding binding;
    private final Texts texts;

    TextVariable(Code code, Name name, Binding binding) {
        this.code = code;
        this.name = name;
        this.binding = binding;
        module = code.module();
        texts = new Texts(module);
    }

    @Override
    public Optional<String> reason() {
        boolean local = binding.scope().kind() == Scope.Kind.FUNCTION;
        if (!local && !binding.isGlobal()) {
            return Optional.of("it is a variable of a class");
        }
        if (binding.uses().stream().anyMatch(use -> use.scope() != binding.scope())) {
            return Optional.of("other functions see `" + name.name() + "`, too");
        }
        if (binding.uses().stream().anyMatch(use -> use.access() == Access.DELETE)) {
            return Optional.of("`" + name.name() + "` is deleted");
        }
        if (!isAlwaysText()) {
            return Optional.of(
                    "it is not certain that `" + name.name() + "` holds a text before the loop");
        }
        Optional<Holder> holder = new Holders(code).of(name);
        if (holder.isEmpty()
                || holder.get().uses().stream().anyMatch(use -> use.module() != module)
                || (binding.isGlobal() && code.own().unread().isPresent())) {
            return Optional.of("other files see `" + name.name() + "`, too");
        }
        return new DynamicNames(code.own())
                .reason(holder.get(), module, name)
                .map(where -> "variables may be reached by " + where);
    }

    /// By induction: it begins as a text, and a text plus anything is a text or an error.
    private boolean isAlwaysText() {
        return binding.uses(Access.STORE).stream().allMatch(this::storesText);
    }

    private boolean isText(Expression value) {
        return texts.isText(value);
    }

    private boolean storesText(NameUse use) {
        return switch (module.parent(use.node()).orElse(use.node())) {
            case Assign it ->
                    it.targets().contains(use.node())
                            && (isText(it.value()) || Growth.of(it, code).isPresent());
            case AnnAssign it -> it.value() != null && isText(it.value());
            default -> false;
        };
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

    private List<NameUse> inside(Loop loop) {
        return binding.uses().stream().filter(use -> loop.span().contains(use.span())).toList();
    }

    private List<Growth> growths(Loop loop) {
        List<Growth> found = new ArrayList<>();
        for (NameUse use : inside(loop)) {
            module.enclosingStatement(use.node())
                    .flatMap(statement -> Growth.of(statement, code))
                    .filter(growth -> growth.target().is(use.node()))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<String> reason(Loop loop, boolean prepends) {
        List<Growth> growths = growths(loop);
        for (NameUse use : inside(loop)) {
            boolean known =
                    growths.stream()
                            .anyMatch(
                                    growth ->
                                            growth.target().is(use.node())
                                                    || growth.read().is(use.node()));
            if (!known) {
                return Optional.of(
                        "the loop needs the text in line %d"
                                .formatted(code.source().lineOf(use.span().start())));
            }
        }
        if (growths.stream().anyMatch(growth -> growth.prepends() != prepends)) {
            return Optional.of("it grows at both ends");
        }
        if (!new StatementEdits(code.source()).canPrecede(loop)
                || !new StatementEdits(code.source()).canFollow(loop)) {
            return Optional.of("there is no place before and after the loop");
        }
        return unbound(loop).or(() -> caught(loop)).or(() -> wrong(growths));
    }

    /// Whether it may have no value yet, so that only the first piece would tell.
    private Optional<String> unbound(Loop loop) {
        boolean bound =
                binding.uses(Access.STORE).stream()
                        .map(use -> module.enclosingStatement(use.node()).orElseThrow())
                        .anyMatch(it -> Blocks.before(loop, module).stream().anyMatch(it::is));
        return bound
                ? Optional.empty()
                : Optional.of("`" + name.name() + "` may have no value before the loop");
    }

    /// Whether an exception in the loop may leave a text behind that somebody reads.
    private Optional<String> caught(Loop loop) {
        for (Node above : module.ancestors(loop)) {
            boolean catches =
                    above instanceof Try
                            || (above instanceof With with
                                    && !with.items().stream().allMatch(it -> opens(it.context())));
            if (catches && !binding.uses().stream().allMatch(use -> isInBody(use, above))) {
                return Optional.of(
                        "an exception in the loop would leave another text behind (line %d)"
                                .formatted(above.line()));
            }
        }
        return Optional.empty();
    }

    private static boolean isInBody(NameUse use, Node above) {
        List<Statement> body =
                switch (above) {
                    case Try it -> it.body();
                    case With it -> it.body();
                    default -> List.of();
                };
        return body.stream().anyMatch(statement -> statement.span().contains(use.span()));
    }

    private boolean opens(Expression context) {
        return context instanceof Call(_, Name function, _, _)
                && function.name().equals("open")
                && module.isBuiltin("open", module.scopeOf(function));
    }

    /// A piece that is no text is an error at once; in a `try` that may be expected.
    private Optional<String> wrong(List<Growth> growths) {
        return growths.stream()
                .filter(growth -> !growth.pieces().stream().allMatch(this::isText))
                .flatMap(growth -> module.ancestors(growth.statement()).stream())
                .filter(Try.class::isInstance)
                .findFirst()
                .map(
                        it ->
                                "a piece that is no text would be noticed outside of the `try` in"
                                        + " line "
                                        + it.line());
    }
}
