package dev.pareto.advice.rule;

import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.WithItem;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Which variables of a function hold objects that only this call of it can know, so that it may
/// change them.
public final class FreshLocals {
    private static final Set<String> MAKING =
            Set.of("list", "dict", "set", "bytearray", "sorted", "str", "int", "float", "open");

    private final ParsedModule module;
    private final KnownCalls known;
    private final Set<Binding> asked = new HashSet<>();
    private final Set<Binding> connections = new HashSet<>();

    public FreshLocals(ParsedModule module, KnownCalls known) {
        this.module = module;
        this.known = known;
    }

    /// Whether an expression that is changed, or whose method is called, is the function's own.
    public boolean isOwn(Expression changed) {
        return switch (changed) {
            case Name name -> isFresh(name, false);
            case Subscript item -> root(item).filter(name -> isFresh(name, true)).isPresent();
            default -> isNew(changed, false);
        };
    }

    private static Optional<Name> root(Subscript item) {
        return switch (item.value()) {
            case Name name -> Optional.of(name);
            case Subscript inner -> root(inner);
            default -> Optional.empty();
        };
    }

    /// @param deep whether what it holds must be new as well
    private boolean isFresh(Name name, boolean deep) {
        Optional<Binding> found = module.binding(name);
        if (found.isEmpty() || !isLocal(found.get()) || !asked.add(found.get())) {
            return false;
        }
        Binding binding = found.get();
        try {
            return binding.uses(Access.STORE).stream().allMatch(use -> isNew(use, deep))
                    && (!deep || binding.uses().stream().noneMatch(this::mayTakeIn));
        } finally {
            asked.remove(binding);
        }
    }

    private static boolean isLocal(Binding binding) {
        return binding.scope().isFunctionLike() && !binding.is(Role.PARAMETER);
    }

    private boolean isNew(NameUse use, boolean deep) {
        return switch (module.parent(use.node()).orElse(use.node())) {
            case Assign it ->
                    it.targets().size() == 1
                            && it.targets().getFirst().is(use.node())
                            && isNew(it.value(), deep);
            case AnnAssign it -> it.value() != null && isNew(it.value(), deep);
            case WithItem it -> !deep && isNew(it.context(), false);
            case TupleDisplay it -> !deep && isConnection(it);
            default -> false;
        };
    }

    private boolean isNew(Expression value, boolean deep) {
        return switch (value) {
            case Constant _, JoinedStr _, Compare _ -> true;
            case UnaryOp it -> isNew(it.operand(), deep);
            case BinOp it when it.operator() == BinaryOperator.MULTIPLY ->
                    isNewList(it.left(), deep) || isNewList(it.right(), deep);
            case ListDisplay it ->
                    !deep || it.elements().stream().allMatch(element -> isNew(element, true));
            case ListComp it -> !deep || isNew(it.element(), true);
            case SetDisplay _, SetComp _ -> true;
            case DictDisplay it -> !deep || it.entries().isEmpty();
            case DictComp it -> !deep || isNew(it.value(), true);
            case Call it -> isMaking(it, deep);
            case Await it -> isNew(it.value(), deep);
            default -> false;
        };
    }

    private boolean isNewList(Expression value, boolean deep) {
        return (value instanceof ListDisplay || value instanceof ListComp) && isNew(value, deep);
    }

    private boolean isMaking(Call call, boolean deep) {
        Optional<String> dotted = known.dotted(call.function());
        if (dotted.isPresent()) {
            return !deep && (KnownCalls.isWaiting(dotted.get()) || makes(dotted.get(), call));
        }
        return switch (call.function()) {
            case Name name ->
                    MAKING.contains(name.name())
                            && module.isBuiltin(name.name(), module.scopeOf(name))
                            && (!deep || call.arguments().isEmpty());
            // What a connection gives is its own.
            case Attribute method ->
                    !deep
                            && switch (method.value()) {
                                case Name name -> isFresh(name, false) && isConnection(name);
                                case Call inner -> isConnection(inner);
                                default -> false;
                            };
            default -> false;
        };
    }

    private static boolean makes(String dotted, Call call) {
        return switch (dotted) {
            // Without a seed it takes one from the system; that is as random as before.
            case "random.Random" -> !call.arguments().isEmpty();
            case "urllib.request.Request" -> true;
            default -> dotted.startsWith("collections.") || dotted.startsWith("hashlib.");
        };
    }

    private boolean isConnection(Name name) {
        Optional<Binding> found = module.binding(name);
        if (found.isEmpty() || !connections.add(found.get())) {
            return false;
        }
        boolean connects = opens(name);
        connections.remove(found.get());
        return connects;
    }

    private boolean opens(Name name) {
        return module.binding(name).stream()
                .flatMap(binding -> binding.uses(Access.STORE).stream())
                .map(use -> module.parent(use.node()).orElse(use.node()))
                .allMatch(
                        node ->
                                switch (node) {
                                    case Assign it -> isConnection(it.value());
                                    case WithItem it -> isConnection(it.context());
                                    case TupleDisplay it -> isConnection(it);
                                    default -> false;
                                });
    }

    /// `reader, writer = await asyncio.open_connection(…)`
    private boolean isConnection(TupleDisplay target) {
        return module.parent(target).orElse(target) instanceof Assign it
                && it.targets().size() == 1
                && it.value() instanceof Await wait
                && wait.value() instanceof Call call
                && known.dotted(call.function())
                        .filter("asyncio.open_connection"::equals)
                        .isPresent();
    }

    /// Whether it opens something that waits, or is what such a thing gave.
    private boolean isConnection(Expression awaited) {
        Expression value = awaited instanceof Await it ? it.value() : awaited;
        return value instanceof Call call
                && (known.dotted(call.function()).filter(KnownCalls::isWaiting).isPresent()
                        || (call.function() instanceof Attribute method
                                && (method.value() instanceof Name name
                                        ? isFresh(name, false)
                                                && known.dotted(method).isEmpty()
                                                && isConnection(name)
                                        : isConnection(method.value()))));
    }

    /// Whether what others know may get into a container there.
    private boolean mayTakeIn(NameUse use) {
        Node parent = module.parent(use.node()).orElse(use.node());
        if (parent instanceof Attribute method) {
            return !known.isPureMethod(method.attribute());
        }
        if (parent instanceof AugAssign it) {
            return !isValue(it.value());
        }
        return parent instanceof Subscript item
                && module.parent(item).orElse(item) instanceof Assign it
                && it.targets().stream().anyMatch(item::is)
                && !isValue(it.value());
    }

    /// Whether it computes something, and hands nothing on.
    private boolean isValue(Expression value) {
        return value instanceof BinOp
                || value instanceof Compare
                || isNew(value, true)
                || (value instanceof Call(_, Name name, _, _)
                        && Set.of("abs", "int", "len", "str", "sum", "float")
                                .contains(name.name()));
    }
}
