package dev.pareto.source.module;

import dev.pareto.source.SourceText;
import dev.pareto.source.Span;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.ExceptHandler;
import dev.pareto.source.tree.Expression.Comprehending;
import dev.pareto.source.tree.Expression.DictComp;
import dev.pareto.source.tree.Expression.GeneratorExp;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Expression.ListComp;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.NamedExpr;
import dev.pareto.source.tree.Expression.SetComp;
import dev.pareto.source.tree.Module;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Parameters;
import dev.pareto.source.tree.Pattern.MatchAs;
import dev.pareto.source.tree.Pattern.MatchMapping;
import dev.pareto.source.tree.Pattern.MatchStar;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Global;
import dev.pareto.source.tree.Statement.Nonlocal;
import dev.pareto.source.tree.Statement.TypeAlias;
import dev.pareto.source.tree.TypeParameter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Walks a tree once, opens its scopes, and notes every mention of a name with the scope it stands
/// in, by the rules of Python's reference (4.2, Naming and binding).
///
/// The walk keeps its own stack: generated files nest deeper than a thread's.
final class ScopeWalk {
    private record Visit(Node node, Scope scope) {}

    private final NameTokens tokens;
    private final Deque<Visit> waiting = new ArrayDeque<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final @Nullable Scope[] scopeOf;

    /// @param nodes how many the tree has
    ScopeWalk(SourceText source, Module tree, int nodes) {
        tokens = new NameTokens(source);
        scopeOf = new @Nullable Scope[nodes];
        Scope builtins = open(Scope.Kind.BUILTINS, "<builtins>", null, null);
        Scope module = open(Scope.Kind.MODULE, "<module>", tree, builtins);
        scopeOf[tree.id()] = module;
        visitAll(tree.body(), module);
        while (!waiting.isEmpty()) {
            Visit next = waiting.pop();
            scopeOf[next.node.id()] = next.scope;
            enter(next.node, next.scope);
        }
    }

    /// The builtins first, then the module, then the others.
    List<Scope> scopes() {
        return scopes;
    }

    /// The scope in which each node is evaluated or bound, by id; null where that is its parent's.
    @Nullable Scope[] scopeOf() {
        return scopeOf;
    }

    /// In no particular order.
    List<Mention> mentions() {
        return mentions;
    }

    private Scope open(Scope.Kind kind, String name, @Nullable Node node, @Nullable Scope parent) {
        Scope scope = new Scope(kind, name, node, parent);
        scopes.add(scope);
        return scope;
    }

    private void visit(@Nullable Node node, Scope scope) {
        if (node != null) {
            waiting.push(new Visit(node, scope));
        }
    }

    private void visitAll(List<? extends Node> nodes, Scope scope) {
        nodes.forEach(node -> visit(node, scope));
    }

    private void enter(Node node, Scope scope) {
        switch (node) {
            case FunctionDef it -> enterFunction(it, scope);
            case ClassDef it -> enterClass(it, scope);
            case TypeAlias it -> enterAlias(it, scope);
            case Lambda it -> {
                Scope inner = open(Scope.Kind.LAMBDA, "<lambda>", it, scope);
                enterParameters(it.parameters(), scope, scope, inner);
                visit(it.body(), inner);
            }
            case Comprehending it -> enterComprehension(it, scope);
            case Name it -> mention(it, it.name(), accessOf(it), roleOf(it), it.span(), scope);
            case NamedExpr it -> {
                Name target = it.target();
                bindOutsideComprehensions(target, scope);
                visit(it.value(), scope);
            }
            case AugAssign(_, Name target, _, var value) -> {
                mention(target, target.name(), Access.UPDATE, Role.ASSIGNED, target.span(), scope);
                visit(value, scope);
            }
            case AnnAssign(_, Name target, var annotation, var value, var simple) -> {
                enterAnnotated(target, value == null, simple, scope);
                visit(annotation, scope);
                visit(value, scope);
            }
            default -> {
                enterNamed(node, scope);
                visitAll(node.children(), scope);
            }
        }
    }

    /// Nodes that hold a name beside their children.
    private void enterNamed(Node node, Scope scope) {
        switch (node) {
            case Alias it when !it.name().equals("*") ->
                    bind(it, it.importedAs(), Role.IMPORTED, tokens.ofAlias(it), scope);
            case ExceptHandler it when it.name() != null && it.type() != null ->
                    bind(it, it.name(), Role.ASSIGNED, tokens.ofHandler(it, it.type()), scope);
            case MatchAs it when it.name() != null ->
                    bind(it, it.name(), Role.ASSIGNED, tokens.ofCapture(it), scope);
            case MatchStar it when it.name() != null ->
                    bind(it, it.name(), Role.ASSIGNED, tokens.ofCapture(it), scope);
            case MatchMapping it when it.rest() != null ->
                    bind(it, it.rest(), Role.ASSIGNED, tokens.ofRest(it), scope);
            case Global it -> {
                it.names().forEach(name -> scope.declareGlobal(mangled(name, scope)));
                declare(it, it.names(), tokens.ofDeclaration(it), scope);
            }
            case Nonlocal it -> {
                it.names().forEach(name -> scope.declareNonlocal(mangled(name, scope)));
                declare(it, it.names(), tokens.ofDeclaration(it), scope);
            }
            default -> {}
        }
    }

    private void enterFunction(FunctionDef function, Scope scope) {
        bind(function, function.name(), Role.FUNCTION, tokens.ofFunction(function), scope);
        visitAll(function.decorators(), scope);
        Scope around =
                openTypeParameters(function.name(), function, function.typeParameters(), scope);
        Scope inner = open(Scope.Kind.FUNCTION, function.name(), function, around);
        enterParameters(function.parameters(), scope, around, inner);
        visit(function.returns(), around);
        visitAll(function.body(), inner);
    }

    private void enterClass(ClassDef definition, Scope scope) {
        bind(definition, definition.name(), Role.CLASS, tokens.ofClass(definition), scope);
        visitAll(definition.decorators(), scope);
        Scope around =
                openTypeParameters(
                        definition.name(), definition, definition.typeParameters(), scope);
        visitAll(definition.bases(), around);
        visitAll(definition.keywords(), around);
        visitAll(definition.body(), open(Scope.Kind.CLASS, definition.name(), definition, around));
    }

    private void enterAlias(TypeAlias alias, Scope scope) {
        visit(alias.name(), scope);
        String name = alias.name().name();
        Scope around = openTypeParameters(name, alias, alias.typeParameters(), scope);
        visit(alias.value(), around);
    }

    private Scope openTypeParameters(
            String name, Node owner, List<TypeParameter> parameters, Scope scope) {
        if (parameters.isEmpty()) {
            return scope;
        }
        Scope inner = open(Scope.Kind.TYPE_PARAMETERS, name, owner, scope);
        for (TypeParameter parameter : parameters) {
            Span span = tokens.ofTypeParameter(parameter);
            bind(parameter, parameter.name(), Role.TYPE_PARAMETER, span, inner);
            visitAll(parameter.children(), inner);
        }
        return inner;
    }

    /// Default values are evaluated where the function is defined, annotations there or around.
    private void enterParameters(
            Parameters parameters, Scope defaults, Scope annotations, Scope inner) {
        for (Parameter parameter : parameters.all()) {
            visit(parameter.defaultValue(), defaults);
            visit(parameter.annotation(), annotations);
            Span span = tokens.next(parameter.span().start());
            bind(parameter, parameter.name(), Role.PARAMETER, span, inner);
        }
    }

    private void enterComprehension(Comprehending comprehending, Scope scope) {
        String name =
                switch (comprehending) {
                    case ListComp _ -> "<listcomp>";
                    case SetComp _ -> "<setcomp>";
                    case DictComp _ -> "<dictcomp>";
                    case GeneratorExp _ -> "<genexpr>";
                };
        Scope inner = open(Scope.Kind.COMPREHENSION, name, comprehending, scope);
        Comprehension first = comprehending.generators().getFirst();
        visit(first.iterable(), scope);
        for (Node part : comprehending.children()) {
            if (part instanceof Comprehension generator) {
                scopeOf[generator.id()] = inner;
                visit(generator.target(), inner);
                visitAll(generator.conditions(), inner);
                if (!generator.is(first)) {
                    visit(generator.iterable(), inner);
                }
            } else {
                visit(part, inner);
            }
        }
    }

    /// A walrus in a comprehension binds in the scope around all comprehensions.
    private void bindOutsideComprehensions(Name target, Scope scope) {
        Scope owner = scope;
        while (owner.kind() == Scope.Kind.COMPREHENSION) {
            owner = owner.parent().orElseThrow();
        }
        String name = mangled(target.name(), scope);
        scopeOf[target.id()] = scope;
        mentions.add(
                new Mention(
                        name, Access.STORE, Role.ASSIGNED, target.span(), target, scope, owner));
    }

    /// An annotation declares a bare name even without a value, but not a name in parentheses.
    private void enterAnnotated(Name target, boolean bare, boolean simple, Scope scope) {
        if (!bare || simple) {
            Access access = bare ? Access.DECLARE : Access.STORE;
            Role role = simple ? Role.ANNOTATED : Role.ASSIGNED;
            mention(target, target.name(), access, role, target.span(), scope);
        }
    }

    private void declare(Node node, List<String> names, List<Span> spans, Scope scope) {
        for (int i = 0; i < names.size(); i++) {
            mention(node, names.get(i), Access.DECLARE, null, spans.get(i), scope);
        }
    }

    private void bind(Node node, String name, Role role, Span span, Scope scope) {
        mention(node, name, Access.STORE, role, span, scope);
    }

    private void mention(
            Node node, String name, Access access, @Nullable Role role, Span span, Scope scope) {
        scopeOf[node.id()] = scope;
        mentions.add(new Mention(mangled(name, scope), access, role, span, node, scope, scope));
    }

    private static Access accessOf(Name name) {
        return switch (name.context()) {
            case LOAD -> Access.LOAD;
            case STORE -> Access.STORE;
            case DELETE -> Access.DELETE;
        };
    }

    private static @Nullable Role roleOf(Name name) {
        return name.context() == Context.LOAD ? null : Role.ASSIGNED;
    }

    /// Private names of a class: `__name` is `_Class__name` everywhere inside of it.
    private static String mangled(String name, Scope scope) {
        if (!name.startsWith("__") || name.endsWith("__")) {
            return name;
        }
        for (Scope s = scope; s.parent().isPresent(); s = s.parent().get()) {
            if (s.kind() == Scope.Kind.CLASS) {
                String owner = s.name().replaceFirst("^_+", "");
                return owner.isEmpty() ? name : "_" + owner + name;
            }
        }
        return name;
    }
}
