package dev.pareto.ui.variants;

import java.util.EnumMap;
import java.util.Map;

/// The columns, and how much of the table each gets. Widths are in pixels.
enum VariantColumn {
    VARIANT(150),
    TIME(128),
    VERDICT(134),
    RATIO(62),
    INTERVAL(104),
    FOREST(130),
    MEMORY(168),
    OUTPUT(128),
    PAIRS(46);

    private static final double MARGIN = 16;
    private static final double GAP = 12;
    private static final double MOST_VARIANT = 260;
    private static final double MOST_FOREST = 420;
    private static final double WIDE_OUTPUT = 148;

    private final double least;

    VariantColumn(double least) {
        this.least = least;
    }

    /// Where a column lies.
    record Span(double x, double width) {}

    /// The columns that fit into a width, from the left: memory and pairs go first, then the
    /// interval (the plot shows it too), then the plot.
    static Map<VariantColumn, Span> fit(double width) {
        boolean wide = width >= 1100;
        boolean plot = width >= 640;
        var widths = new EnumMap<VariantColumn, Double>(VariantColumn.class);
        for (VariantColumn column : values()) {
            boolean shown =
                    switch (column) {
                        case MEMORY, PAIRS -> wide;
                        case INTERVAL -> width >= 820;
                        case FOREST -> plot;
                        default -> true;
                    };
            if (shown) {
                widths.put(column, column == OUTPUT && wide ? WIDE_OUTPUT : column.least);
            }
        }
        double used = widths.values().stream().mapToDouble(w -> w + GAP).sum() - GAP + 2 * MARGIN;
        double spare = Math.max(0, width - used);
        double forVariant = plot ? Math.min(spare * 0.45, MOST_VARIANT - VARIANT.least) : spare;
        widths.merge(VARIANT, forVariant, Double::sum);
        widths.computeIfPresent(FOREST, (_, w) -> Math.min(w + spare - forVariant, MOST_FOREST));
        return place(widths);
    }

    private static Map<VariantColumn, Span> place(Map<VariantColumn, Double> widths) {
        var spans = new EnumMap<VariantColumn, Span>(VariantColumn.class);
        double x = MARGIN;
        for (var column : widths.entrySet()) {
            spans.put(column.getKey(), new Span(x, column.getValue()));
            x += column.getValue() + GAP;
        }
        return spans;
    }
}
