package dev.pareto.source.module;

import dev.pareto.source.SourceText;
import dev.pareto.source.tree.Expression.JoinedStr;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Module;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.FunctionDef;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One parsed file: its tree, what lies around each node, and what each name means.
///
/// Immutable; any thread may use it. Nodes given to its methods must be of its own tree.
public final class ParsedModule {
    private final SourceText source;
    private final Module tree;
    private final List<Comment> comments;
    private final boolean exactInFormattedStrings;
    private final Node[] nodes;
    private final int[] parents;
    private final List<Scope> scopes;
    private final @Nullable Scope[] scopeOf;
    private final Map<Integer, Binding> bindings;
    private final List<DynamicAccess> dynamicAccesses;

    /// @param comments in the order of the source
    /// @param exactInFormattedStrings whether the interpreter that parsed it knows the positions
    ///   inside of f-strings: CPython does from 3.12 on
    public ParsedModule(
            SourceText source,
            Module tree,
            List<Comment> comments,
            boolean exactInFormattedStrings) {
        this.source = source;
        this.tree = tree;
        this.comments = List.copyOf(comments);
        this.exactInFormattedStrings = exactInFormattedStrings;
        List<Node> below = tree.descendants();
        nodes = new Node[below.size() + 1];
        parents = new int[nodes.length];
        enter(tree);
        below.forEach(this::enter);
        ScopeWalk walk = new ScopeWalk(source, tree, nodes.length);
        scopes = List.copyOf(walk.scopes());
        scopeOf = walk.scopeOf();
        bindings = new Resolution(scopes, walk.mentions()).byNode();
        dynamicAccesses =
                DynamicAccesses.in(below, name -> binding(name).orElseThrow().isUnbound());
    }

    private void enter(Node node) {
        nodes[node.id()] = node;
        node.children().forEach(child -> parents[child.id()] = node.id());
    }

    public SourceText source() {
        return source;
    }

    public Module tree() {
        return tree;
    }

    public List<Comment> comments() {
        return comments;
    }

    /// All nodes of the tree, the root first, in the order of the source.
    public Stream<Node> nodes() {
        return Stream.concat(Stream.of(tree), tree.descendants().stream());
    }

    /// The text of a node, without parentheses around it.
    public String text(Node node) {
        return source.text(node.span());
    }

    /// Whether a node's span is where its text is: not so in an f-string when the interpreter is
    /// older than 3.12. Do not edit there.
    public boolean hasExactSpan(Node node) {
        return exactInFormattedStrings
                || ancestors(node).stream().noneMatch(JoinedStr.class::isInstance);
    }

    /// The node directly above; empty for the root.
    public Optional<Node> parent(Node node) {
        return node.id() == tree.id() ? Optional.empty() : Optional.of(nodes[parents[node.id()]]);
    }

    /// The nodes above, from the nearest to the root.
    public List<Node> ancestors(Node node) {
        List<Node> found = new ArrayList<>();
        for (int id = node.id(); id != tree.id(); id = parents[id]) {
            found.add(nodes[parents[id]]);
        }
        return found;
    }

    /// The node itself where it is a statement, else the nearest one above; empty for the module,
    /// and for what belongs to no statement.
    public Optional<Statement> enclosingStatement(Node node) {
        return Stream.concat(Stream.of(node), ancestors(node).stream())
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .findFirst();
    }

    /// The `def` in whose body the node is evaluated; empty at module level, in a lambda and
    /// directly in a class. A default value is evaluated around the function.
    public Optional<FunctionDef> enclosingFunction(Node node) {
        Scope scope = scopeOf(node);
        while (scope.kind() == Scope.Kind.COMPREHENSION) {
            scope = scope.parent().orElseThrow();
        }
        return scope.node().filter(FunctionDef.class::isInstance).map(FunctionDef.class::cast);
    }

    /// The loops that repeat the node while its function runs once: [Statement.Loop] and
    /// [dev.pareto.source.tree.Comprehension] nodes, the innermost first. What is evaluated once,
    /// as a loop's iterable or its `else`, is not in that loop.
    public List<Node> enclosingLoops(Node node) {
        return Loops.around(node, ancestors(node));
    }

    /// The module's own scope, all others below it.
    public Scope moduleScope() {
        return scopes.get(1);
    }

    /// All scopes: the builtins, the module, then the others.
    public List<Scope> scopes() {
        return scopes;
    }

    /// The scope in which a node is evaluated: for a definition the one around it, for a default
    /// value too, for a parameter the function's own.
    public Scope scopeOf(Node node) {
        Node at = node;
        while (true) {
            Scope scope = scopeOf[at.id()];
            if (scope != null) {
                return scope;
            }
            at = nodes[parents[at.id()]];
        }
    }

    /// The scope that a function, class, lambda or comprehension opens; empty for other nodes.
    public Optional<Scope> scopeOpenedBy(Node node) {
        return scopes.stream()
                .filter(scope -> scope.kind() != Scope.Kind.TYPE_PARAMETERS)
                .filter(scope -> scope.node().filter(node::is).isPresent())
                .findFirst();
    }

    /// The variable that a name means; empty only for an annotation that declares nothing.
    public Optional<Binding> binding(Name name) {
        return Optional.ofNullable(bindings.get(name.id()));
    }

    /// The variable that a node binds by its own name: a parameter, definition, alias, handler,
    /// pattern or type parameter; a name as well.
    public Optional<Binding> bindingOf(Node node) {
        return Optional.ofNullable(bindings.get(node.id()));
    }

    /// Whether a builtin's name means the builtin there: nothing in the file binds it in between,
    /// and no star import could.
    public boolean isBuiltin(String name, Scope scope) {
        return scope.lookup(name).map(Binding::isUnbound).orElse(true)
                && !uses(DynamicAccess.Kind.STAR_IMPORT);
    }

    /// Where code reaches variables without naming them.
    public List<DynamicAccess> dynamicAccesses() {
        return dynamicAccesses;
    }

    public boolean uses(DynamicAccess.Kind kind) {
        return dynamicAccesses.stream().anyMatch(access -> access.kind() == kind);
    }

    /// A name for a new variable that means nothing anywhere in this file, nor to Python.
    ///
    /// @param wish an identifier; a number is appended when it is taken
    /// @param alsoTaken fresh names of the same fix
    public String freshName(String wish, String... alsoTaken) {
        Predicate<String> taken =
                name ->
                        PythonWords.isReserved(name)
                                || Arrays.asList(alsoTaken).contains(name)
                                || scopes.stream().anyMatch(scope -> scope.mentions(name));
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? wish : wish + "_" + n)
                .filter(Predicate.not(taken))
                .findFirst()
                .orElseThrow();
    }
}
