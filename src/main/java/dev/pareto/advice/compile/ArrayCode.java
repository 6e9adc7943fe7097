package dev.pareto.advice.compile;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.BoolOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.IfExp;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Expression.UnaryOp;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.UnaryOperator;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes expressions of a numeric loop for blocks of items, with NumPy.
///
/// Only what gives the same to the last bit is written: whole numbers while nothing can pass 2⁶³,
/// floats by the operations that IEEE 754 defines exactly. The first thing that cannot be is the
/// [#problem].
final class ArrayCode {
    /// How many items are computed at once: three such arrays fit into a level 2 cache.
    static final int BLOCK = 16_384;

    /// Whole numbers stay well below what 64 bits hold.
    private static final double MOST = 0x1p62;

    /// Up to here a float is exact.
    private static final double EXACT = 0x1p53;

    private static final double MOST_FLOAT = 1e280;

    /// How loosely operators bind.
    private static final int POWER = 1;

    private static final int UNARY = 2;

    private final NumericLoop loop;
    private final ParsedModule module;
    private final ArrayNames names;
    private final Map<String, NumberKind> kinds;
    private final double limit;
    private final double mostInt;
    private final Map<String, Term> steps = new HashMap<>();
    private final Set<String> positive = new LinkedHashSet<>();
    private @Nullable String problem;
    private boolean tooLarge;
    private boolean foreign;

    /// @param kinds of the leaves, by the text of list or value
    /// @param limit absolute values of leaves stay below it
    ArrayCode(NumericLoop loop, ArrayNames names, Map<String, NumberKind> kinds, double limit) {
        this.loop = loop;
        this.names = names;
        this.kinds = Map.copyOf(kinds);
        this.limit = limit;
        module = loop.module();
        mostInt = kinds.containsValue(NumberKind.FLOAT) || hasFloats(loop) ? EXACT : MOST;
    }

    /// Whether floats may come up among whole numbers.
    private static boolean hasFloats(NumericLoop loop) {
        return loop.evaluated()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .anyMatch(
                        it ->
                                switch (it) {
                                    case Constant(_, Literal.Real _) -> true;
                                    case BinOp division ->
                                            division.operator() == BinaryOperator.DIVIDE;
                                    default -> false;
                                });
    }

    /// Why it cannot be written with the same results.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// Whether a whole number could pass 64 bits, with leaves up to the limit.
    boolean isTooLarge() {
        return tooLarge;
    }

    /// Values by which something is divided; they must be above zero.
    Set<String> positive() {
        return positive;
    }

    /// A name for an expression that is written before those that use it.
    void step(String variable, Term value) {
        steps.put(
                variable,
                new Term(names.of(variable), 0, value.kind(), value.varies(), value.most(), 0));
    }

    /// Finds a problem from outside.
    void refuse(String why) {
        failed(why);
    }

    /// Whether it is about something else than numbers, so that NumPy is no question.
    boolean isForeign() {
        return foreign;
    }

    /// Sums of a block of these must stay below 2⁶³.
    void checkSum(Term term) {
        tooLarge |= term.most() * BLOCK > MOST;
    }

    Term foreign(String why) {
        foreign |= problem == null;
        return failed(why);
    }

    private Term failed(String why) {
        problem = problem == null ? why : problem;
        return new Term("0", 0, NumberKind.INT, true, 0, 0);
    }

    /// A number.
    Term number(Expression expression) {
        Term term = term(expression);
        return term.kind() == NumberKind.TRUTH
                ? failed("it computes with truth values")
                : checked(term);
    }

    private Term checked(Term term) {
        double most = term.kind() == NumberKind.FLOAT ? MOST_FLOAT : mostInt;
        tooLarge |= term.most() > most;
        return term;
    }

    private Term term(Expression expression) {
        return switch (expression) {
            case Constant it -> constant(it);
            case Name it -> name(it);
            case Subscript it -> subscript(it);
            case UnaryOp it when it.operator() == UnaryOperator.NOT -> truth(it);
            case UnaryOp it -> unary(it);
            case BinOp it -> checked(binary(it));
            case Compare _, BoolOp _ -> truth(expression);
            case IfExp it -> choice(it);
            case Call it -> call(it);
            default -> foreign("it has an expression that NumPy does not have");
        };
    }

    private Term constant(Constant constant) {
        return switch (constant.value()) {
            case Literal.Int(var value) when value.bitLength() < 62 ->
                    new Term(
                            module.text(constant),
                            0,
                            NumberKind.INT,
                            false,
                            value.abs().doubleValue(),
                            0);
            case Literal.Real(double value) when Math.abs(value) < MOST_FLOAT ->
                    new Term(module.text(constant), 0, NumberKind.FLOAT, false, Math.abs(value), 0);
            default -> foreign("it has a constant that is no plain number");
        };
    }

    private Term name(Name name) {
        if (loop.items().isIndex(name, module)) {
            return leaf(names.of(name.name()), NumberKind.INT, true);
        }
        Optional<Name> list = loop.items().listOf(name, module);
        if (list.isPresent()) {
            return leaf(names.of(name.name()), kind(list.get().name()), true);
        }
        if (!Leaves.isStep(name, loop)) {
            return leaf(name.name(), kind(name.name()), false);
        }
        Term step = steps.get(name.name());
        return step == null ? failed("each item needs the result of the one before") : step;
    }

    private Term subscript(Subscript item) {
        var place = loop.items().place(item, module);
        if (place.isPresent()) {
            return leaf(names.slice(place.get()), kind(place.get().list().name()), true);
        }
        String text = module.text(item);
        return Leaves.isReadable(item, loop)
                ? leaf(text, kind(text), false)
                : foreign("it reads `" + text + "`, which is at no fixed place of a list");
    }

    private NumberKind kind(String leaf) {
        return kinds.getOrDefault(leaf, NumberKind.INT);
    }

    private Term leaf(String text, NumberKind kind, boolean varies) {
        return new Term(text, 0, kind, varies, limit, 0);
    }

    private Term unary(UnaryOp it) {
        Term value = number(it.operand());
        String sign = it.operator().symbol();
        return it.operator() == UnaryOperator.MINUS
                ? new Term(
                        sign + value.within(UNARY),
                        UNARY,
                        value.kind(),
                        value.varies(),
                        value.most(),
                        value.cost() + 0.5)
                : failed("it uses " + sign);
    }

    private Term binary(BinOp it) {
        Term left = number(it.left());
        Term right = number(it.right());
        boolean whole = left.kind() == NumberKind.INT && right.kind() == NumberKind.INT;
        double a = left.most();
        double b = right.most();
        return switch (it.operator()) {
            case ADD, SUBTRACT -> both(it, left, right, whole, a + b, 0.5);
            case MULTIPLY -> both(it, left, right, whole, a * b, 0.6);
            case DIVIDE -> divided(it, left, right);
            case FLOOR_DIVIDE, MODULO -> {
                if (!whole || !isDivisor(it.right())) {
                    yield failed(
                            whole
                                    ? "it divides by something that may be zero"
                                    : "% and // of floats may differ in the last digit");
                }
                boolean rest = it.operator() == BinaryOperator.MODULO;
                yield both(it, left, right, true, rest ? b : a + 1, rest ? 4 : 2);
            }
            case BIT_AND, BIT_OR, BIT_XOR ->
                    whole
                            ? both(it, left, right, true, 2 * Math.max(a, b) + 1, 0.5)
                            : failed("it combines the bits of floats");
            case RIGHT_SHIFT ->
                    whole && isBetween(it.right(), 0, 62)
                            ? both(it, left, right, true, a, 0.5)
                            : failed("it shifts by a number that is not known");
            case POWER -> {
                if (!whole || !isBetween(it.right(), 2, 4)) {
                    yield failed("powers of floats may differ in the last digit");
                }
                yield both(it, left, right, true, Math.pow(a, b), 2);
            }
            default -> failed("it uses " + it.operator().symbol());
        };
    }

    /// Python rounds the quotient of two whole numbers correctly; so does a division of floats that
    /// hold them exactly.
    private Term divided(BinOp it, Term left, Term right) {
        double divisor =
                switch (it.right()) {
                    case Constant(_, Literal.Int(var n)) -> n.doubleValue();
                    case Constant(_, Literal.Real(double n)) -> n;
                    default -> 0;
                };
        if (divisor == 0) {
            return failed("it divides by something that may be zero");
        }
        boolean whole = left.kind() == NumberKind.INT && right.kind() == NumberKind.INT;
        tooLarge |= whole && (left.most() > EXACT || right.most() > EXACT);
        return both(it, left, right, false, left.most() / Math.abs(divisor), 1);
    }

    private Term both(BinOp it, Term left, Term right, boolean whole, double most, double cost) {
        int level = level(it.operator());
        // A power takes its left side before a minus, and goes from right to left.
        int loosest = level == POWER ? 0 : level;
        return new Term(
                left.within(loosest)
                        + " "
                        + it.operator().symbol()
                        + " "
                        + right.within(Math.max(0, level - 1)),
                level,
                whole ? NumberKind.INT : NumberKind.FLOAT,
                left.varies() || right.varies(),
                most,
                left.cost() + right.cost() + cost);
    }

    private static int level(BinaryOperator operator) {
        return switch (operator) {
            case POWER -> POWER;
            case MULTIPLY, MATRIX_MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO -> 3;
            case ADD, SUBTRACT -> 4;
            case LEFT_SHIFT, RIGHT_SHIFT -> 5;
            case BIT_AND -> 6;
            case BIT_XOR -> 7;
            case BIT_OR -> 8;
        };
    }

    private boolean isDivisor(Expression divisor) {
        if (divisor instanceof Constant(_, Literal.Int(var n))) {
            return n.signum() != 0;
        }
        boolean stays =
                divisor instanceof Name name
                        && !loop.items().isIndex(name, module)
                        && loop.items().listOf(name, module).isEmpty()
                        && !Leaves.isStep(name, loop);
        if (stays) {
            positive.add(module.text(divisor));
        }
        return stays;
    }

    private static boolean isBetween(Expression value, int least, int most) {
        return value instanceof Constant(_, Literal.Int(var n))
                && n.bitLength() < 31
                && least <= n.intValue()
                && n.intValue() <= most;
    }

    private Term choice(IfExp it) {
        Term test = truth(it.test());
        Term body = number(it.body());
        Term otherwise = number(it.otherwise());
        if (body.kind() != otherwise.kind()) {
            return failed("it gives whole numbers or floats, as it comes");
        }
        if (!test.varies()) {
            return failed("it chooses the same for all items");
        }
        return called("numpy.where", body.kind(), List.of(test, body, otherwise));
    }

    private Term call(Call it) {
        if (!Leaves.isFunction(it.function(), module) || !it.keywords().isEmpty()) {
            return foreign("it calls `" + module.text(it.function()) + "`");
        }
        String function = ((Name) it.function()).name();
        List<Term> given = it.arguments().stream().map(this::number).toList();
        if (function.equals("abs") && given.size() == 1) {
            Term value = given.getFirst();
            return new Term(
                    "abs(" + value.text() + ")",
                    0,
                    value.kind(),
                    value.varies(),
                    value.most(),
                    value.cost() + 0.5);
        }
        // Of two that are equal, or of which one is a NaN, it matters which one is taken.
        boolean whole = given.stream().allMatch(value -> value.kind() == NumberKind.INT);
        return whole && given.size() == 2
                ? called(function.equals("min") ? "numpy.minimum" : "numpy.maximum", given)
                : failed("min() and max() of floats may take another one of two that are equal");
    }

    private Term called(String function, List<Term> given) {
        return called(function, NumberKind.INT, given);
    }

    Term called(String function, NumberKind kind, List<Term> given) {
        return new Term(
                names.numpy(function)
                        + "("
                        + String.join(", ", given.stream().map(Term::text).toList())
                        + ")",
                0,
                kind,
                given.stream().anyMatch(Term::varies),
                given.stream().mapToDouble(Term::most).max().orElse(0),
                given.stream().mapToDouble(Term::cost).sum() + 1);
    }

    /// A condition.
    Term truth(Expression test) {
        return new ArrayConditions(this).truth(test);
    }
}
