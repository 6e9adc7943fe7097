package dev.pareto.ui.code;

import javafx.scene.Node;

/// Where the columns beside the code stand.
///
/// @param wide whether there is room for hits and memory
record GutterLayout(boolean wide) {
    /// The columns, from the left.
    enum Column {
        SHARE(72),
        BAR(40),
        HITS(52),
        RSS(68),
        LINE(40);

        private final double width;

        Column(double width) {
            this.width = width;
        }
    }

    /// An editor narrower than this has no hits and no memory.
    static final double SMALL = 660;

    /// Between a figure and the end of its column.
    private static final double GAP = 8;

    boolean has(Column column) {
        return wide || (column != Column.HITS && column != Column.RSS);
    }

    double x(Column column) {
        double x = 0;
        for (Column each : Column.values()) {
            if (each == column) {
                return x;
            }
            x += has(each) ? each.width : 0;
        }
        return x;
    }

    double width() {
        return x(Column.LINE) + Column.LINE.width;
    }

    /// Puts a column's content into its place in a row. A share ends a little before its bar, and
    /// the line number stands well clear of the code.
    void place(Column column, Node node, double height) {
        double end =
                switch (column) {
                    case SHARE -> GAP;
                    case LINE -> 2 * GAP;
                    case BAR, HITS, RSS -> 0;
                };
        node.setVisible(has(column));
        node.resizeRelocate(x(column), 0, column.width - end, height);
    }
}
