package dev.pareto.advice.container;

import dev.pareto.advice.container.MirroredChanges.Mirrored;
import dev.pareto.advice.container.MirroredChanges.Unmirrored;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Freshness;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.DynamicAccess;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps a set beside the list for as long as the list lives: made where the list is made, changed
/// where it is changed.
final class SetBeside {
    private final Code code;
    private final ParsedModule module;
    private final Holder holder;
    private final Freshness freshness;
    private final String name;

    SetBeside(Code code, Holder holder) {
        this.code = code;
        this.holder = holder;
        module = code.module();
        freshness = new Freshness(code.own(), module);
        name = freeName();
    }

    private String freeName() {
        String wish = SetNames.beside(holder.name());
        String free = module.freshName(wish);
        for (int n = 2; !code.own().attributes(free).isEmpty() || code.own().defines(free); n++) {
            free = module.freshName(wish + "_" + n);
        }
        return free;
    }

    SetFix fix() {
        Optional<String> reason =
                owner().or(this::others)
                        .or(this::bindings)
                        .or(() -> new ListEscapes(code, holder, scope()).reason());
        return reason.<SetFix>map(SetFix.Impossible::new).orElseGet(this::mirrored);
    }

    /// Whether all of its life is seen.
    private Optional<String> owner() {
        return switch (holder.reach()) {
            case PARAMETER -> Optional.of("the list comes from the caller, who may change it");
            case FOREIGN -> Optional.of("the list belongs to another file");
            case ATTRIBUTE -> new OwnAttribute(code, holder).reason();
            case LOCAL, SHARED, GLOBAL -> {
                Scope scope = scope();
                yield scope.kind() == Scope.Kind.FUNCTION || scope.kind() == Scope.Kind.MODULE
                        ? Optional.empty()
                        : Optional.of("there is no place for a set beside the list");
            }
        };
    }

    private Scope scope() {
        return holder.binding() == null ? module.moduleScope() : holder.binding().scope();
    }

    /// Whether other files, or threads, come between.
    private Optional<String> others() {
        if (!holder.isShared()) {
            return Optional.empty();
        }
        if (code.own().unread().isPresent() && holder.reach() != Reach.SHARED) {
            return Optional.of(
                    code.own().unread().get() + " may use it too, and is no valid Python");
        }
        if (holder.uses(Kind.CHANGED).findAny().isPresent() && code.own().usesThreads()) {
            return Optional.of(
                    "the program uses threads, which could come between a change of the list and"
                            + " that of the set");
        }
        if (holder.reach() == Reach.GLOBAL) {
            Optional<String> star =
                    code.own().modules().stream()
                            .filter(it -> it != module && it.uses(DynamicAccess.Kind.STAR_IMPORT))
                            .findFirst()
                            .map(it -> it.source().path() + " imports all names of some module");
            if (star.isPresent()) {
                return star;
            }
        }
        return holder.uses().stream()
                .filter(use -> use.module() != module)
                .filter(use -> !isOnlyRead(use))
                .findFirst()
                .map(
                        use ->
                                "%s, line %d, can change it too"
                                        .formatted(use.module().source().path(), use.line()));
    }

    private static boolean isOnlyRead(Handling use) {
        return use.is(Kind.ASKED) || use.is(Kind.READ) || use.is(Kind.ITERATED);
    }

    /// Whether each binding is an assignment of a list that nobody else knows.
    private Optional<String> bindings() {
        List<Handling> bound = holder.uses(Kind.REBOUND).toList();
        if (bound.isEmpty()) {
            return Optional.of("it is not seen where the list is made");
        }
        for (Handling use : bound) {
            Optional<Expression> value = SteadyList.value(use);
            if (value.isEmpty()) {
                return Optional.of(
                        "it gets its value in a way that a set cannot follow ("
                                + use.where()
                                + ")");
            }
            if (holder.reach() != Reach.ATTRIBUTE && module.scopeOf(use.use()) != scope()) {
                return Optional.of("another function gives it a new value (" + use.where() + ")");
            }
            if (!freshness.isNewSequence(value.get()) && !isUnchangedResult(value.get())) {
                return Optional.of("another name may see the same list (line " + use.line() + ")");
            }
        }
        return bound.stream().anyMatch(use -> !isNew(use))
                ? new MaybeNoList(code, holder).reason()
                : Optional.empty();
    }

    private boolean isNew(Handling bound) {
        return SteadyList.value(bound).filter(freshness::isNewSequence).isPresent();
    }

    /// Of a function that is not looked at: whether it keeps the list shows in the run.
    private boolean isUnchangedResult(Expression value) {
        return value instanceof Call && holder.uses(Kind.CHANGED).findAny().isEmpty();
    }

    private SetFix mirrored() {
        List<TextEdit> edits = new ArrayList<>();
        List<Statement> builtAt = new ArrayList<>();
        StatementEdits statements = new StatementEdits(module.source());
        for (Handling bound : holder.uses(Kind.REBOUND).toList()) {
            Statement statement = (Statement) bound.by();
            boolean empty = SteadyList.value(bound).filter(freshness::isEmpty).isPresent();
            String list = module.text(bound.use());
            String value = empty ? "set()" : "set(" + list + ")";
            edits.add(statements.after(statement, set(bound.use()) + " = " + value));
            if (!empty) {
                builtAt.add(statement);
            }
        }
        MirroredChanges mirror = new MirroredChanges(code, isEverCleared());
        for (Handling change : holder.uses(Kind.CHANGED).toList()) {
            switch (mirror.of(change, set(change.use()))) {
                case Mirrored(var more) -> edits.addAll(more);
                case Unmirrored(var reason) -> {
                    return new SetFix.Impossible(reason);
                }
            }
        }
        return plan(edits, builtAt);
    }

    private boolean isEverCleared() {
        return holder.uses(Kind.REBOUND).count() > 1
                || holder.uses(Kind.CHANGED).anyMatch(use -> use.what().equals("clear()"));
    }

    private SetFix plan(List<TextEdit> edits, List<Statement> builtAt) {
        List<SetPlan.Lookup> lookups =
                holder.uses(Kind.ASKED)
                        .filter(use -> use.module() == module && module.hasExactSpan(use.use()))
                        .filter(
                                use ->
                                        holder.reach() != Reach.ATTRIBUTE
                                                || new OwnAttribute(code, holder).isOwn(use))
                        .map(
                                use ->
                                        new SetPlan.Lookup(
                                                (Compare) use.by(),
                                                List.of(
                                                        TextEdit.replace(
                                                                use.use().span(), set(use.use())))))
                        .toList();
        if (lookups.isEmpty()) {
            return new SetFix.Impossible("it is asked outside of its class");
        }
        boolean changes = holder.uses(Kind.CHANGED).findAny().isPresent();
        boolean proved = holder.uses(Kind.REBOUND).allMatch(this::isNew);
        List<Condition> proofs = new ArrayList<>();
        proofs.add(Condition.proved("Order stays: the list is kept"));
        if (proved) {
            proofs.add(Condition.proved("No other name sees the list"));
        }
        if (changes) {
            proofs.add(Condition.proved("Each change of the list is one of the set too"));
        }
        return new SetPlan(
                code,
                code.path() + " " + holder.name() + " beside " + edits.getFirst().span().start(),
                "Keep a set beside the list",
                lookups,
                edits,
                builtAt,
                proofs,
                proved,
                "It needs memory for the set: one reference for each item.");
    }

    /// How the set is called where the list is called so.
    private String set(Node list) {
        return list instanceof Attribute it ? module.text(it.value()) + "." + name : name;
    }
}
