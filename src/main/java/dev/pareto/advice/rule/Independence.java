package dev.pareto.advice.rule;

import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Keyword;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.*;
import dev.pareto.source.tree.WithItem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a piece of work in a loop can be done for several items at once: it, and all functions
/// of the program that it calls, change nothing but what they made themselves, read nothing that
/// changes meanwhile, and print nothing.
///
/// What is not known is refused.
public final class Independence {
    /// A function of the program that the work calls.
    public record Called(ParsedModule module, FunctionDef function) {}

    /// An object whose method the work calls, and of which a run must show that its class is one of
    /// the program's.
    ///
    /// @param module where it stands
    public record Receiver(ParsedModule module, Expression expression, String method) {}

    private static final int MOST_FUNCTIONS = 40;

    private final Code code;
    private final OuterNames outer;
    private final boolean coroutines;
    private final Map<String, Called> called = new LinkedHashMap<>();
    private final List<Node> work = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private boolean waits;
    private boolean readsFiles;

    public Independence(Code code, Node loop) {
        this(code, loop, false);
    }

    private Independence(Code code, Node loop, boolean coroutines) {
        this.code = code;
        this.coroutines = coroutines;
        outer = new OuterNames(code, loop);
    }

    /// For work that may await: then it pauses, and others do their part meanwhile.
    public static Independence ofCoroutines(Code code, Node loop) {
        return new Independence(code, loop, true);
    }

    /// Why an expression cannot be evaluated for several items at once; empty when it can.
    ///
    /// @param items the variables of the loop, which each evaluation has for itself
    public Optional<String> reason(Expression piece, Set<Binding> items) {
        return reason(List.of(piece), items);
    }

    /// Why statements, or an expression, cannot be executed for several items at once.
    ///
    /// @param pieces one after the other; @param items the variables of the loop, and those that
    ///   the statements bind
    public Optional<String> reason(List<? extends Node> pieces, Set<Binding> items) {
        work.addAll(pieces);
        return pieces.stream().flatMap(piece -> reason(piece, items).stream()).findFirst();
    }

    private Optional<String> reason(Node piece, Set<Binding> items) {
        return code.own()
                .unread()
                .map(file -> file + " is no valid Python, so nobody knows what it does")
                .or(() -> new DynamicNames(code.own()).ofLocals(code.module(), piece))
                .or(
                        () ->
                                Stream.concat(Stream.of(piece), piece.descendants().stream())
                                        .flatMap(
                                                node ->
                                                        of(node, code.module(), items, piece)
                                                                .stream())
                                        .findFirst());
    }

    /// The functions of the program that take part.
    public List<Called> called() {
        return List.copyOf(called.values());
    }

    /// The objects whose class the source does not tell.
    public List<Receiver> receivers() {
        return List.copyOf(receivers);
    }

    /// Whether something is called that is known to wait.
    public boolean waits() {
        return waits;
    }

    public boolean readsFiles() {
        return readsFiles;
    }

    private Optional<String> of(Node node, ParsedModule module, Set<Binding> items, Node around) {
        return switch (node) {
            case Call it -> ofCall(it, module);
            case Name it -> ofName(it, module, items, around);
            case Attribute it when it.context() != Context.LOAD -> ofChange(it.value(), it, module);
            // What is called is looked at where its call is.
            case Attribute it when isCalled(it, module) -> Optional.empty();
            case Attribute it when isComputed(it, module) ->
                    refused("it uses ." + it.attribute() + ", which a method may compute", node);
            case Attribute it -> ofRead(it, module);
            case Subscript it when it.context() != Context.LOAD -> ofChange(it.value(), it, module);
            case WithItem it when !(it.context() instanceof Call) ->
                    refused("it enters `" + module.text(it.context()) + "`", node);
            case Global _, Nonlocal _ -> refused("it changes variables outside of itself", node);
            case Await _ when coroutines -> Optional.empty();
            case Yield _, YieldFrom _, Await _ -> refused("it pauses", node);
            case NamedExpr _ when node.is(around) || isInPiece(node, around) ->
                    refused("it binds a name", node);
            case For it when it.async() -> refused("it pauses", node);
            case With it when it.async() && !coroutines -> refused("it pauses", node);
            case ImportFrom _, Import _ -> refused("it imports", node);
            case FunctionDef _, ClassDef _, TypeAlias _, OtherStatement _, OtherExpression _ ->
                    refused("it defines something", node);
            default -> Optional.empty();
        };
    }

    private static boolean isCalled(Attribute attribute, ParsedModule module) {
        return module.parent(attribute).orElse(attribute) instanceof Call call
                && call.function().is(attribute);
    }

    /// An attribute of whatever object must not be set meanwhile.
    private Optional<String> ofRead(Attribute attribute, ParsedModule module) {
        return new KnownCalls(code.own(), module).dotted(attribute).isPresent()
                ? Optional.empty()
                : outer.ofAttribute(attribute.attribute());
    }

    /// A property, or a method that is handed on.
    private boolean isComputed(Attribute attribute, ParsedModule module) {
        return code.own().defines(attribute.attribute())
                && new KnownCalls(code.own(), module).dotted(attribute).isEmpty();
    }

    private static boolean isInPiece(Node node, Node around) {
        return around instanceof Expression && around.span().contains(node.span());
    }

    private static Optional<String> refused(String what, Node node) {
        return Optional.of(what + " (line " + node.line() + ")");
    }

    private Optional<String> ofChange(Expression changed, Node node, ParsedModule module) {
        return new FreshLocals(module, new KnownCalls(code.own(), module)).isOwn(changed)
                ? Optional.empty()
                : refused("it changes `" + module.text(changed) + "`, which others see", node);
    }

    private Optional<String> ofCall(Call call, ParsedModule module) {
        KnownCalls known = new KnownCalls(code.own(), module);
        if (call.function() instanceof Name name) {
            return isOpen(name, module) ? ofOpen(call) : ofFunction(name, module, known);
        }
        if (known.dotted(call.function()).isPresent()) {
            // Its name is looked at where it stands.
            boolean posts =
                    sends(call)
                            || (module.text(call.function()).matches(".*(urlopen|Request)")
                                    && call.arguments().size() > 1);
            return posts ? refused("it sends data to be changed", call) : Optional.empty();
        }
        if (!(call.function() instanceof Attribute method)) {
            return unknown(call, module);
        }
        boolean fine =
                known.isPureMethod(method.attribute())
                        || new FreshLocals(module, known).isOwn(method.value());
        if (fine) {
            return sends(call) ? refused("it sends data to be changed", call) : Optional.empty();
        }
        return ofMethod(method, module).orElseGet(() -> unknown(call, module));
    }

    /// Looks at all methods of the program that have this name; empty where there is none, or where
    /// something else may have the name.
    private Optional<Optional<String>> ofMethod(Attribute method, ParsedModule module) {
        OwnMethods methods = new OwnMethods(code.own());
        List<OwnCode.FunctionPlace> meant = methods.named(method.attribute());
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        if (!methods.isOwn(method.value(), method.attribute(), module)) {
            receivers.add(new Receiver(module, method.value(), method.attribute()));
        }
        return Optional.of(
                meant.stream()
                        .flatMap(it -> ofCalled(it.function(), it.module()).stream())
                        .findFirst()
                        .map(reason -> "`" + module.text(method) + "`: " + reason));
    }

    /// Functions that a variable or a parameter holds are not known; others are looked at by name.
    private Optional<String> ofFunction(Name name, ParsedModule module, KnownCalls known) {
        boolean fine =
                module.isBuiltin(name.name(), module.scopeOf(name))
                        || known.dotted(name).isPresent()
                        || module.binding(name).filter(it -> it.is(Role.FUNCTION)).isPresent()
                        || module.binding(name).filter(it -> it.is(Role.CLASS)).isPresent();
        return fine
                ? Optional.empty()
                : refused("it calls `" + name.name() + "`, and nobody knows what that is", name);
    }

    private static Optional<String> unknown(Call call, ParsedModule module) {
        String function = module.text(call.function()).lines().findFirst().orElse("");
        return refused("it calls " + function + "(), of which too little is known", call);
    }

    private static boolean isOpen(Name name, ParsedModule module) {
        return name.name().equals("open") && module.isBuiltin("open", module.scopeOf(name));
    }

    private Optional<String> ofOpen(Call call) {
        readsFiles = true;
        Optional<Expression> mode =
                call.arguments().size() > 1
                        ? Optional.of(call.arguments().get(1))
                        : call.keywords().stream()
                                .filter(it -> !"encoding".equals(it.name()))
                                .filter(it -> !"newline".equals(it.name()))
                                .map(Keyword::value)
                                .findFirst();
        boolean reads =
                mode.isEmpty()
                        || (mode.get() instanceof Constant(_, Literal.Text(var text))
                                && Set.of("r", "rb", "rt").contains(text));
        return reads ? Optional.empty() : refused("it writes files", call);
    }

    /// A request that may change something where it arrives must keep its order.
    private static boolean sends(Call call) {
        return call.keywords().stream()
                        .anyMatch(
                                it ->
                                        it.name() == null
                                                || Set.of("data", "method").contains(it.name()))
                || call.arguments().stream()
                        .anyMatch(
                                it ->
                                        it instanceof Constant(_, Literal.Text(var text))
                                                && Set.of("POST", "PUT", "DELETE", "PATCH")
                                                        .contains(text));
    }

    private Optional<String> ofName(
            Name name, ParsedModule module, Set<Binding> items, Node around) {
        Optional<Binding> found = module.binding(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Binding binding = found.get();
        if (items.contains(binding) || isInside(binding, around)) {
            return Optional.empty();
        }
        if (binding.isUnbound()) {
            boolean fine =
                    module.isBuiltin(name.name(), module.scopeOf(name))
                            && (KnownCalls.isPureBuiltin(name.name())
                                    || isCalledOpen(name, module));
            return fine ? Optional.empty() : ofBuiltin(name);
        }
        if (name.context() != Context.LOAD) {
            return refused("it changes `" + name.name() + "`", name);
        }
        Optional<String> dotted = new KnownCalls(code.own(), module).dotted(longest(name, module));
        if (dotted.isPresent()) {
            return ofImported(dotted.get(), name);
        }
        if (binding.is(Role.FUNCTION)) {
            return ofOwnFunction(name, module, binding);
        }
        if (binding.is(Role.CLASS)) {
            return refused("it calls the class " + name.name() + ", which is not looked at", name);
        }
        return outer.reason(name, module, binding, work);
    }

    private static Optional<String> ofBuiltin(Name name) {
        return refused(
                name.name().equals("print")
                        ? "it prints, and the order of the output would change"
                        : "it uses " + name.name() + ", of which too little is known",
                name);
    }

    private static boolean isCalledOpen(Name name, ParsedModule module) {
        return isOpen(name, module)
                && module.parent(name).orElse(name) instanceof Call call
                && call.function().is(name);
    }

    /// Whether a variable belongs to a piece of code, or to a comprehension or lambda in it.
    private static boolean isInside(Binding binding, Node around) {
        return binding.scope().node().stream()
                        .anyMatch(it -> it.is(around) || around.span().contains(it.span()))
                && binding.scope().isFunctionLike();
    }

    private static Expression longest(Name name, ParsedModule module) {
        Expression whole = name;
        while (module.parent(whole).orElse(whole) instanceof Attribute above && !above.is(whole)) {
            whole = above;
        }
        return whole;
    }

    private Optional<String> ofImported(String dotted, Name name) {
        if (KnownCalls.isWaiting(dotted) || (coroutines && KnownCalls.isAwaited(dotted))) {
            waits = true;
            return Optional.empty();
        }
        if (KnownCalls.isPure(dotted)) {
            return Optional.empty();
        }
        int dot = dotted.lastIndexOf('.');
        if (dot > 0) {
            Optional<ParsedModule> file = code.own().module(dotted.substring(0, dot));
            Optional<Binding> member =
                    file.flatMap(it -> it.moduleScope().binding(dotted.substring(dot + 1)));
            if (member.filter(it -> it.is(Role.FUNCTION)).isPresent()) {
                return ofOwnFunction(name, file.orElseThrow(), member.get());
            }
        }
        return dotted.startsWith("random.")
                ? refused("it draws random numbers, which would come in another order", name)
                : refused("it uses " + dotted + ", of which too little is known", name);
    }

    private Optional<String> ofOwnFunction(Name name, ParsedModule module, Binding binding) {
        boolean single =
                binding.roles().size() == 1
                        && binding.uses().stream().filter(it -> it.access().rebinds()).count() == 1
                        && binding.uses(Access.STORE).getFirst().node() instanceof FunctionDef;
        if (!single) {
            return refused("`" + name.name() + "` may mean several functions", name);
        }
        FunctionDef function = (FunctionDef) binding.uses(Access.STORE).getFirst().node();
        return ofCalled(function, module).map(reason -> "`" + function.name() + "`: " + reason);
    }

    private Optional<String> ofCalled(FunctionDef function, ParsedModule module) {
        String key = module.source().path() + " " + function.id();
        if (called.containsKey(key)) {
            return Optional.empty();
        }
        if (called.size() >= MOST_FUNCTIONS) {
            return Optional.of("it calls too many functions to be looked at");
        }
        called.put(key, new Called(module, function));
        work.add(function);
        return ofBody(function, module);
    }

    private Optional<String> ofBody(FunctionDef function, ParsedModule module) {
        if ((function.async() && !coroutines) || !function.decorators().isEmpty()) {
            return Optional.of("it is decorated or a coroutine");
        }
        return new DynamicNames(code.own())
                .ofLocals(module, function.body().getFirst())
                .map(where -> "it may reach variables by " + where)
                .or(
                        () ->
                                function.body().stream()
                                        .flatMap(
                                                it ->
                                                        Stream.concat(
                                                                Stream.of(it),
                                                                it.descendants().stream()))
                                        .flatMap(
                                                node ->
                                                        of(node, module, Set.of(), function)
                                                                .stream())
                                        .findFirst());
    }
}
