package dev.pareto.source.tree;

import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Pattern.*;
import dev.pareto.source.tree.Statement.*;
import dev.pareto.source.tree.TypeParameter.*;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which nodes lie directly below a node, in the order of the source.
final class Children {
    private final List<Node> found = new ArrayList<>();

    private Children() {}

    static List<Node> of(Node node) {
        Children children = new Children();
        switch (node) {
            case Module it -> children.all(it.body());
            case Statement it -> children.ofStatement(it);
            case Expression it -> children.ofExpression(it);
            case Pattern it -> children.ofPattern(it);
            case Parameter it -> children.any(it.annotation()).any(it.defaultValue());
            case TypeVar it -> children.any(it.bound()).any(it.defaultValue());
            case TypeParameter it -> children.any(it.defaultValue());
            case Comprehension it ->
                    children.any(it.target()).any(it.iterable()).all(it.conditions());
            case Keyword it -> children.any(it.value());
            case Alias _ -> {}
            case WithItem it -> children.any(it.context()).any(it.target());
            case ExceptHandler it -> children.any(it.type()).all(it.body());
            case MatchCase it -> children.any(it.pattern()).any(it.guard()).all(it.body());
        }
        return children.found;
    }

    private Children any(@Nullable Node child) {
        if (child != null) {
            found.add(child);
        }
        return this;
    }

    private Children all(List<? extends Node> more) {
        found.addAll(more);
        return this;
    }

    /// For what may alternate in the source, as `f(a, key=b, *c)`.
    private void sorted() {
        found.sort(Comparator.comparingInt(child -> child.mark().start()));
    }

    private void ofStatement(Statement statement) {
        switch (statement) {
            case FunctionDef it ->
                    all(it.decorators())
                            .all(it.typeParameters())
                            .all(it.parameters().all())
                            .any(it.returns())
                            .all(it.body());
            case ClassDef it -> {
                all(it.bases()).all(it.keywords()).sorted();
                found.addAll(0, it.typeParameters());
                found.addAll(0, it.decorators());
                all(it.body());
            }
            case Return it -> any(it.value());
            case Delete it -> all(it.targets());
            case Assign it -> all(it.targets()).any(it.value());
            case TypeAlias it -> any(it.name()).all(it.typeParameters()).any(it.value());
            case AugAssign it -> any(it.target()).any(it.value());
            case AnnAssign it -> any(it.target()).any(it.annotation()).any(it.value());
            case For it -> any(it.target()).any(it.iterable()).all(it.body()).all(it.otherwise());
            case While it -> any(it.test()).all(it.body()).all(it.otherwise());
            case If it -> any(it.test()).all(it.body()).all(it.otherwise());
            case With it -> all(it.items()).all(it.body());
            case Match it -> any(it.subject()).all(it.cases());
            case Raise it -> any(it.exception()).any(it.cause());
            case Try it ->
                    all(it.body()).all(it.handlers()).all(it.otherwise()).all(it.finallyBody());
            case Assert it -> any(it.test()).any(it.message());
            case Import it -> all(it.names());
            case ImportFrom it -> all(it.names());
            case Expr it -> any(it.value());
            case OtherStatement it -> all(it.children());
            case Global _, Nonlocal _, Pass _, Break _, Continue _ -> {}
        }
    }

    private void ofExpression(Expression expression) {
        switch (expression) {
            case BoolOp it -> all(it.values());
            case NamedExpr it -> any(it.target()).any(it.value());
            case BinOp it -> any(it.left()).any(it.right());
            case UnaryOp it -> any(it.operand());
            case Lambda it -> all(it.parameters().all()).any(it.body());
            case IfExp it -> any(it.body()).any(it.test()).any(it.otherwise());
            case DictDisplay it ->
                    it.entries().forEach(entry -> any(entry.key()).any(entry.value()));
            case SetDisplay it -> all(it.elements());
            case ListComp it -> any(it.element()).all(it.generators());
            case SetComp it -> any(it.element()).all(it.generators());
            case DictComp it -> any(it.key()).any(it.value()).all(it.generators());
            case GeneratorExp it -> any(it.element()).all(it.generators());
            case Await it -> any(it.value());
            case Yield it -> any(it.value());
            case YieldFrom it -> any(it.value());
            case Compare it -> any(it.left()).all(it.comparators());
            case Call it -> {
                all(it.arguments()).all(it.keywords()).sorted();
                found.addFirst(it.function());
            }
            case FormattedValue it -> any(it.value()).any(it.format());
            case JoinedStr it -> all(it.values());
            case Attribute it -> any(it.value());
            case Subscript it -> any(it.value()).any(it.index());
            case Starred it -> any(it.value());
            case ListDisplay it -> all(it.elements());
            case TupleDisplay it -> all(it.elements());
            case Slice it -> any(it.lower()).any(it.upper()).any(it.step());
            case OtherExpression it -> all(it.children());
            case Constant _, Name _ -> {}
        }
    }

    private void ofPattern(Pattern pattern) {
        switch (pattern) {
            case MatchValue it -> any(it.value());
            case MatchSequence it -> all(it.patterns());
            case MatchMapping it -> all(it.keys()).all(it.patterns()).sorted();
            case MatchClass it -> any(it.type()).all(it.patterns()).all(it.keywordPatterns());
            case MatchAs it -> any(it.pattern());
            case MatchOr it -> all(it.patterns());
            case MatchSingleton _, MatchStar _ -> {}
        }
    }
}
