package dev.pareto.advice.compile;

import dev.pareto.advice.compile.Update.How;
import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Imports;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes a numeric loop for blocks of items, beside the loop itself, which stays for numbers that
/// do not fit and for few items.
final class NumpyFix {
    /// With fewer items the loop itself is as fast.
    static final int FEW = 256;

    private static final int MOST_BITS = 62;
    private static final int LEAST_BITS = 8;
    private static final int MOST_COLUMNS = 90;

    private final NumericLoop loop;
    private final Leaves leaves;
    private final Map<String, NumberKind> kinds;
    private final int bits;
    private final ParsedModule module;
    private final Imports.Import numpy;
    private final ArrayNames names;
    private final ArrayCode code;
    private final List<String> body = new ArrayList<>();
    private final Set<String> guards = new LinkedHashSet<>();
    private double cost;

    private NumpyFix(NumericLoop loop, Map<String, NumberKind> kinds, int bits) {
        this.loop = loop;
        this.kinds = kinds;
        this.bits = bits;
        leaves = Leaves.of(loop);
        module = loop.module();
        numpy = new Imports(module).module("numpy");
        names = new ArrayNames(module, numpy.name());
        code = new ArrayCode(loop, names, kinds, Math.pow(2, bits));
        write();
    }

    /// With the largest limit for which nothing can pass 2⁶³; empty where there is none.
    static Optional<NumpyFix> of(NumericLoop loop, Map<String, NumberKind> kinds) {
        for (int bits = MOST_BITS; bits >= LEAST_BITS; bits--) {
            NumpyFix fix = new NumpyFix(loop, kinds, bits);
            if (!fix.code.isTooLarge() || fix.code.problem().isPresent()) {
                return Optional.of(fix);
            }
        }
        return Optional.empty();
    }

    /// Why NumPy would not give the same.
    Optional<String> problem() {
        return code.problem();
    }

    /// Whether the problem is that it is about something else than numbers.
    boolean isForeign() {
        return code.isForeign();
    }

    /// Absolute values that are read stay below 2 to this power, else the loop itself runs.
    int bits() {
        return bits;
    }

    /// Nanoseconds for an item.
    double cost() {
        return cost;
    }

    /// How many statements a block executes.
    int lines() {
        return body.size();
    }

    Leaves leaves() {
        return leaves;
    }

    private String limit() {
        return "2**" + bits;
    }

    private void write() {
        for (Assign step : loop.steps()) {
            String name = ((Name) step.targets().getFirst()).name();
            Term value = code.number(step.value());
            body.add(names.of(name) + " = " + value.text());
            cost += value.cost() + 0.5;
            code.step(name, value);
        }
        for (Update update : loop.updates()) {
            write(update);
        }
        List<String> first = new ArrayList<>();
        for (Name name : loop.items().bound()) {
            if (names.isUsed(name.name())) {
                boolean index = loop.items().isIndex(name, module);
                first.add(
                        names.of(name.name())
                                + " = "
                                + (index
                                        ? names.numpy("numpy.arange")
                                                + "(%s, %s, dtype=%s)"
                                                        .formatted(
                                                                names.start,
                                                                names.stop,
                                                                names.numpy("numpy.int64"))
                                        : names.slice(
                                                new Items.Place(
                                                        loop.items()
                                                                .listOf(name, module)
                                                                .orElseThrow(),
                                                        "",
                                                        null))));
                cost += 0.4;
            }
        }
        body.addAll(0, first);
    }

    private void write(Update update) {
        var conditions = new ArrayConditions(code);
        Term mask = null;
        for (Update.Condition condition : update.conditions()) {
            Term test = conditions.truth(condition.test());
            Term holds = condition.holds() ? test : conditions.not(test);
            mask = mask == null ? holds : conditions.and(mask, holds);
        }
        if (mask != null && !mask.varies()) {
            code.refuse("a condition is the same for all items");
            return;
        }
        Term value = code.number(update.value());
        String target = update.target().name();
        cost += value.cost() + (mask == null ? 0 : mask.cost());
        if (update.how() == How.APPEND) {
            append(target, value, mask);
        } else if (value.kind() == NumberKind.FLOAT) {
            addInOrder(update, value, mask);
        } else {
            String sign = update.how() == How.ADD ? " += " : " -= ";
            guards.add("type(" + target + ") is int");
            body.add(target + sign + sum(value, mask));
            code.checkSum(value);
            cost += 0.6;
        }
    }

    private void append(String target, Term value, @Nullable Term mask) {
        if (!value.varies()) {
            code.refuse("it appends the same value for all items");
        }
        guards.add("type(" + target + ") is list");
        body.add("%s.extend(%s.tolist())".formatted(target, selected(value, mask)));
        cost += 25;
    }

    /// One after the other, as the loop does: another order could change the last digit.
    private void addInOrder(Update update, Term value, @Nullable Term mask) {
        String target = update.target().name();
        long times =
                loop.updates().stream().filter(it -> it.target().name().equals(target)).count();
        if (times > 1 || !value.varies()) {
            code.refuse("it adds floats in an order that NumPy does not keep");
            return;
        }
        // A whole number stays one where nothing is added to it.
        String start = mask == null ? "type(%s) in (int, float)" : "type(%s) is float";
        guards.add(start.formatted(target));
        guards.add("-%s < %s < %1$s".formatted(limit(), target));
        String sign = update.how() == How.ADD ? "" : "-";
        String values = sign.isEmpty() ? selected(value, mask) : sign + selected(value, mask);
        body.add(
                "%s = float(%s(%s(([%1$s], %s)))[-1])"
                        .formatted(
                                target,
                                names.numpy("numpy.add.accumulate"),
                                names.numpy("numpy.concatenate"),
                                values));
        cost += 3.5;
    }

    private String selected(Term value, @Nullable Term mask) {
        return mask == null ? value.inner() : value.inner() + "[" + mask.text() + "]";
    }

    private String sum(Term value, @Nullable Term mask) {
        if (value.varies()) {
            String values = mask == null ? value.text() : selected(value, mask);
            return "int(" + names.numpy("numpy.sum") + "(" + values + "))";
        }
        String count =
                mask == null
                        ? "(" + names.stop + " - " + names.start + ")"
                        : "int(" + names.numpy("numpy.count_nonzero") + "(" + mask.text() + "))";
        return value.text().equals("1") ? count : value.inner() + " * " + count;
    }

    /// The edits of the file.
    ///
    /// @param before the statement before which the arrays are made
    List<TextEdit> edits(Statement before) {
        SourceText source = module.source();
        List<TextEdit> edits = new ArrayList<>();
        numpy.edit().ifPresent(edits::add);
        if (!names.lists().isEmpty()) {
            edits.add(helper(source));
        }
        List<String> arrays =
                names.lists().stream()
                        .map(
                                list ->
                                        "%s = %s(%s, %s, %s)"
                                                .formatted(
                                                        names.array(list),
                                                        names.helper,
                                                        list,
                                                        kind(list),
                                                        limit()))
                        .toList();
        boolean here = before.is(loop.loop());
        if (!here) {
            var statements = new StatementEdits(source);
            arrays.forEach(line -> edits.add(statements.before(before, line)));
        }
        boolean counted = loop.items().counted();
        if (counted) {
            edits.add(TextEdit.replace(loop.loop().iterable().span(), names.span));
        }
        String header = header(here ? arrays : List.of(), source);
        edits.addAll(
                new BlockEdits(module)
                        .wrap(
                                loop.loop(),
                                header,
                                counted ? List.of(loop.loop().iterable().span()) : List.of()));
        return edits;
    }

    private String kind(String list) {
        return kinds.get(list) == NumberKind.FLOAT ? "float" : "int";
    }

    private TextEdit helper(SourceText source) {
        String unit = new BlockEdits(module).unit();
        List<String> lines =
                List.of(
                        "def " + names.helper + "(values, kind, limit):",
                        unit
                                + "# Only plain numbers of one kind give the same in NumPy, and"
                                + " none that could overflow.",
                        unit
                                + "if type(values) not in (list, tuple) or set(map(type, values)) !="
                                + " {kind}:",
                        unit + unit + "return None",
                        unit + "array = " + numpy.name() + ".array(values)",
                        unit
                                + "fits = array.itemsize == 8 and -limit < array.min() and"
                                + " array.max() < limit",
                        unit + "return array if fits else None",
                        "",
                        "",
                        "");
        Statement first =
                module.tree().body().stream()
                        .filter(it -> it.span().contains(loop.loop().span()) || isCode(it))
                        .findFirst()
                        .orElseThrow();
        return TextEdit.insert(
                source.lineSpan(StatementEdits.firstLine(first)).start(),
                String.join(source.lineEnd(), lines));
    }

    private static boolean isCode(Node statement) {
        return statement instanceof Statement.FunctionDef
                || statement instanceof Statement.ClassDef;
    }

    private String header(List<String> arrays, SourceText source) {
        String indentation = source.indentation(loop.loop().line());
        String unit = new BlockEdits(module).unit();
        List<String> lines = new ArrayList<>(arrays);
        Items items = loop.items();
        if (items.counted()) {
            lines.add(names.span + " = " + module.text(loop.loop().iterable()));
        }
        String low = items.counted() ? names.span + ".start" : "0";
        String high = items.counted() ? names.span + ".stop" : length(items);
        List<String> guards = guards(high);
        String guard = String.join(" and ", guards);
        if (guard.length() < MOST_COLUMNS - indentation.length()) {
            lines.add("if " + guard + ":");
        } else {
            lines.add("if (");
            lines.add(unit + guards.getFirst());
            guards.stream().skip(1).forEach(it -> lines.add(unit + "and " + it));
            lines.add("):");
        }
        lines.add(
                unit
                        + "for %s in range(%s, %s, %d):"
                                .formatted(names.start, low, high, ArrayCode.BLOCK));
        lines.add(
                unit
                        + unit
                        + "%s = min(%s + %d, %s)"
                                .formatted(names.stop, names.start, ArrayCode.BLOCK, high));
        body.forEach(line -> lines.add(unit + unit + line));
        if (items.bound().size() == 1
                && new ArrayPlace(loop).isUsedElsewhere(items.bound().getFirst())) {
            String name = items.bound().getFirst().name();
            lines.add(
                    unit
                            + name
                            + (items.counted()
                                    ? " = " + names.span + "[-1]"
                                    : " = " + items.lists().getFirst().name() + "[-1]"));
        }
        lines.add("else:");
        return String.join(source.lineEnd() + indentation, lines);
    }

    private String length(Items items) {
        List<String> lengths =
                items.lists().stream().map(it -> "len(" + names.array(it.name()) + ")").toList();
        return lengths.size() == 1 ? lengths.getFirst() : "min(" + String.join(", ", lengths) + ")";
    }

    private List<String> guards(String high) {
        List<String> all = new ArrayList<>();
        names.lists().forEach(list -> all.add(names.array(list) + " is not None"));
        Items items = loop.items();
        all.add((items.counted() ? "len(" + names.span + ")" : high) + " >= " + FEW);
        boolean counted = items.counted() && items.index() != null;
        if (counted && items.index() != null && names.isUsed(items.index().name())) {
            all.add("-%s < %s.start and %2$s.stop < %1$s".formatted(limit(), names.span));
        }
        leaves.scalars()
                .keySet()
                .forEach(
                        scalar -> {
                            boolean real = kinds.get(scalar) == NumberKind.FLOAT;
                            String least = code.positive().contains(scalar) ? "0" : "-" + limit();
                            all.add(
                                    "type(%s) is %s and %s < %1$s < %s"
                                            .formatted(
                                                    scalar,
                                                    real ? "float" : "int",
                                                    least,
                                                    limit()));
                        });
        for (Items.Place place : places()) {
            String array = names.array(place.list().name());
            String low = items.counted() ? names.span + ".start" : "0";
            all.add(
                    "0 <= %s%s and %s%s <= len(%s)"
                            .formatted(low, place.offset(), high, place.offset(), array));
        }
        all.addAll(guards);
        return all;
    }

    private List<Items.Place> places() {
        Set<String> known = new LinkedHashSet<>();
        return loop.evaluated()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .filter(Subscript.class::isInstance)
                .flatMap(it -> loop.items().place((Subscript) it, module).stream())
                .filter(it -> known.add(it.list().name() + it.offset()))
                .toList();
    }
}
