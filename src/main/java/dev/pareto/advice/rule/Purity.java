package dev.pareto.advice.rule;

import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.DynamicAccess;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Await;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.OtherExpression;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Global;
import dev.pareto.source.tree.Statement.Import;
import dev.pareto.source.tree.Statement.ImportFrom;
import dev.pareto.source.tree.Statement.OtherStatement;
import dev.pareto.source.tree.Statement.With;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether functions depend on nothing but their arguments and change nothing else, as far as the
/// source tells. It holds for arguments of built-in types.
///
/// What it does not know is impure: the answer is never too kind.
public final class Purity {
    private final OwnCode own;
    private final Set<Binding> memos;
    private final Members members;
    private final OwnFunctions functions;
    private final Set<FunctionDef> looked = Collections.newSetFromMap(new IdentityHashMap<>());

    public Purity(OwnCode own) {
        this(own, Set.of());
    }

    /// @param memos globals that only keep results, so that what they hold does not matter
    public Purity(OwnCode own, Set<Binding> memos) {
        this.own = own;
        this.memos = Set.copyOf(memos);
        members = new Members(own);
        functions = new OwnFunctions(own);
    }

    /// Why a function may be impure, as a clause whose subject is the function; empty where it is
    /// pure.
    public Optional<String> reason(FunctionDef function, ParsedModule module) {
        if (!looked.add(function)) {
            return Optional.empty();
        }
        if (module.uses(DynamicAccess.Kind.STAR_IMPORT)) {
            return Optional.of("may see names that the file imports with a star");
        }
        for (Parameter parameter : function.parameters().all()) {
            if (parameter.defaultValue() != null
                    && !Freshness.isRepeatable(parameter.defaultValue())) {
                return Optional.of("keeps the default value of " + parameter.name());
            }
        }
        var body = new Body(module, function);
        return function.body().stream()
                .flatMap(
                        statement ->
                                Stream.concat(
                                        Stream.of(statement), statement.descendants().stream()))
                .flatMap(node -> body.reason(node).stream())
                .findFirst();
    }

    /// What one function consists of.
    private final class Body {
        private final ParsedModule module;
        private final FunctionDef function;
        private final Scope scope;

        Body(ParsedModule module, FunctionDef function) {
            this.module = module;
            this.function = function;
            scope = module.scopeOpenedBy(function).orElseThrow();
        }

        Optional<String> reason(Node node) {
            return switch (node) {
                case Name it -> ofName(it);
                case Attribute it -> ofAttribute(it);
                case Call it -> ofCall(it);
                case Compare it -> ofComparison(it);
                case Global it -> because("changes globals", it);
                case ClassDef it -> because("defines a class", it);
                case With it -> because("enters a context", it);
                case Await it -> because("waits", it);
                case For it when it.async() -> because("waits", it);
                case OtherStatement it -> because("has a statement that is not known here", it);
                case OtherExpression it -> because("has an expression that is not known here", it);
                case Import it -> ofImport(it.names().stream().map(Alias::name).toList(), it);
                case ImportFrom it -> ofImport(List.of(String.valueOf(it.module())), it);
                default -> Optional.empty();
            };
        }

        private Optional<String> because(String what, Node where) {
            return Optional.of("%s (line %d)".formatted(what, where.line()));
        }

        private Optional<String> ofImport(List<String> modules, Node where) {
            return modules.stream()
                            .allMatch(it -> PureNames.isModule(it) && own.module(it).isEmpty())
                    ? Optional.empty()
                    : because("imports a module", where);
        }

        private Optional<String> ofName(Name name) {
            Optional<Binding> found = module.binding(name);
            if (found.isEmpty() || isOwn(found.get()) || memos.contains(found.get())) {
                return Optional.empty();
            }
            Binding binding = found.get();
            if (name.context() != Context.LOAD) {
                return because("changes `" + name.name() + "`", name);
            }
            if (binding.isUnbound()) {
                return PureNames.isBuiltin(name.name())
                        ? Optional.empty()
                        : because(PureNames.what(name.name()), name);
            }
            if (!binding.isGlobal()) {
                return ofEnclosed(name, binding);
            }
            if (isOwnerOfAttribute(name) && members.ofImport(binding, module).isPresent()) {
                return Optional.empty();
            }
            return isPureGlobal(name, binding) ? Optional.empty() : ofGlobal(name, binding);
        }

        /// A variable of the function around, or a function in it: itself, mostly.
        private Optional<String> ofEnclosed(Name name, Binding binding) {
            Optional<EnclosedFunction> enclosed = EnclosedFunction.of(function, module, own);
            if (enclosed.isEmpty()) {
                return because("reads `" + name.name() + "` of the function around it", name);
            }
            Optional<OwnFunctions.Found> called =
                    functions
                            .of(binding, module)
                            .filter(it -> enclosed.get().isMadeWith(it.function()));
            return called.isPresent()
                    ? ofFunction(called.get(), name, name.name())
                    : enclosed.get().reason(name, binding);
        }

        private static String globalRead(String name) {
            return "reads `" + name + "`, of which nobody knows that it stays the same";
        }

        private boolean isOwn(Binding binding) {
            return binding.scope().isWithin(scope);
        }

        private boolean isPureGlobal(Name name, Binding binding) {
            if (binding.is(Role.IMPORTED)) {
                return isPureImport(name, binding);
            }
            return !binding.is(Role.FUNCTION)
                    && !binding.is(Role.CLASS)
                    && new SteadyGlobals(new Code(module, own)).isSteady(name);
        }

        /// A function of the program.
        private Optional<String> ofGlobal(Name name, Binding binding) {
            String what =
                    binding.is(Role.IMPORTED) || binding.is(Role.CLASS)
                            ? "uses `" + name.name() + "`"
                            : globalRead(name.name());
            return functions
                    .of(binding, module)
                    .map(it -> ofFunction(it, name, name.name()))
                    .orElseGet(() -> because(what, name));
        }

        private Optional<String> ofFunction(OwnFunctions.Found it, Node where, String name) {
            if (it.function().async() || !Members.isPlain(it.function(), it.module())) {
                return because("calls `" + name + "`, which is decorated", where);
            }
            return Purity.this
                    .reason(it.function(), it.module())
                    .map(why -> "calls `" + name + "`, which " + why);
        }

        private boolean isPureImport(Name name, Binding binding) {
            Optional<Alias> alias = OwnFunctions.onlyImport(binding);
            if (alias.isEmpty()) {
                return false;
            }
            return switch (module.parent(alias.get()).orElseThrow()) {
                case Import _ -> isPureModule(alias.get()) && isOwnerOfAttribute(name);
                case ImportFrom from when from.level() == 0 ->
                        isPureLibrary(from)
                                || members.of(alias.get(), from)
                                        .filter(members::isSteady)
                                        .isPresent();
                default -> false;
            };
        }

        private boolean isPureLibrary(ImportFrom from) {
            String name = String.valueOf(from.module());
            return PureNames.isModule(name) && own.module(name).isEmpty();
        }

        private boolean isPureModule(Alias alias) {
            return PureNames.isModule(alias.name()) && own.module(alias.name()).isEmpty();
        }

        private boolean isOwnerOfAttribute(Name name) {
            return module.parent(name).filter(Attribute.class::isInstance).isPresent();
        }

        /// `math.pi`, `text.upper()`; other attributes may be computed, or change.
        private Optional<String> ofAttribute(Attribute attribute) {
            if (attribute.context() != Context.LOAD) {
                return because("changes an attribute", attribute);
            }
            if (attribute.value() instanceof Name name
                    && module.binding(name).filter(it -> it.is(Role.IMPORTED)).isPresent()) {
                return functions.isPatched(attribute.attribute())
                        ? because("reads what the program changes in a module", attribute)
                        : ofMember(attribute, name);
            }
            if (isOfLibrary(attribute)) {
                return ofClock(attribute);
            }
            boolean called =
                    module.parent(attribute).orElse(attribute) instanceof Call call
                            && call.function().is(attribute);
            return called
                            && PureNames.isMethod(attribute.attribute())
                            && !own.defines(attribute.attribute())
                    ? Optional.empty()
                    : isField(attribute)
                            ? Optional.empty()
                            : because(
                                    "uses the attribute `" + attribute.attribute() + "`",
                                    attribute);
        }

        /// `rates.TABLE`, `rates.tax(…)`: of a file of the program; else of the library.
        private Optional<String> ofMember(Attribute attribute, Name name) {
            Optional<ParsedModule> file =
                    module.binding(name).flatMap(it -> members.ofImport(it, module));
            if (file.isEmpty()) {
                return ofClock(attribute);
            }
            String member = attribute.attribute();
            Optional<Binding> binding = file.get().moduleScope().binding(member);
            Optional<OwnFunctions.Found> function =
                    binding.flatMap(it -> functions.of(it, file.get()));
            if (function.isPresent()) {
                return ofFunction(function.get(), attribute, member);
            }
            return binding.filter(_ -> members.isSteady(new Members.Member(file.get(), member)))
                            .isPresent()
                    ? Optional.empty()
                    : because(globalRead(member), attribute);
        }

        /// `datetime.datetime.strptime`: a chain that begins with an import; its first name is
        /// looked at where it stands.
        private boolean isOfLibrary(Attribute attribute) {
            return new KnownCalls(own, module)
                    .dotted(attribute)
                    .filter(it -> !functions.isPatched(attribute.attribute()))
                    .filter(it -> PureNames.isModule(it.substring(0, Math.max(0, it.indexOf('.')))))
                    .isPresent();
        }

        private Optional<String> ofClock(Attribute attribute) {
            return PureNames.isClock(attribute.attribute())
                    ? because("tells the time", attribute)
                    : Optional.empty();
        }

        /// What dates and numbers consist of; nobody can change that.
        private boolean isField(Attribute attribute) {
            return PureNames.isField(attribute.attribute())
                    && !own.defines(attribute.attribute())
                    && !functions.isPatched(attribute.attribute());
        }

        private Optional<String> ofCall(Call call) {
            return switch (call.function()) {
                case Attribute _, Lambda _ -> Optional.empty();
                case Name name ->
                        module.binding(name).filter(this::isOwn).isEmpty()
                                        || isOwnFunction(module.binding(name).orElseThrow())
                                ? Optional.empty()
                                : because("calls what it was given", call);
                default -> because("calls a computed function", call);
            };
        }

        /// Whether a local variable is always a function that is looked at here.
        private boolean isOwnFunction(Binding binding) {
            return binding.uses().stream()
                    .filter(use -> use.access().rebinds())
                    .allMatch(
                            use ->
                                    use.node() instanceof FunctionDef
                                            || isLambda(use)
                                            || isPureAlias(use));
        }

        private boolean isLambda(NameUse use) {
            return module.parent(use.node()).orElseThrow() instanceof Assign it
                    && it.targets().size() == 1
                    && it.value() instanceof Lambda;
        }

        private boolean isPureAlias(NameUse use) {
            return use.node() instanceof Alias alias
                    && module.parent(alias).orElseThrow() instanceof ImportFrom from
                    && PureNames.isModule(String.valueOf(from.module()));
        }

        /// Which object it is, says nothing about its value, unless there is only one of it.
        private Optional<String> ofComparison(Compare comparison) {
            for (int i = 0; i < comparison.operators().size(); i++) {
                ComparisonOperator operator = comparison.operators().get(i);
                boolean identity =
                        operator == ComparisonOperator.IS || operator == ComparisonOperator.IS_NOT;
                Expression left = i == 0 ? comparison.left() : comparison.comparators().get(i - 1);
                if (identity && !isSingle(left) && !isSingle(comparison.comparators().get(i))) {
                    return because("compares by `is`", comparison);
                }
            }
            return Optional.empty();
        }

        private static boolean isSingle(Expression value) {
            return value instanceof Constant(_, var literal)
                    && (literal instanceof Literal.Singleton || literal instanceof Literal.Bool);
        }
    }
}
