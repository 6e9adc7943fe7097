package dev.pareto.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A table with figures that can be sorted by, where scripts run.
final class CostTable {
    /// A cell. @param order what it is sorted by; @param html what it shows, escaped
    private record Cell(String order, String html, boolean figure) {}

    private final List<String> head;
    private final StringBuilder rows = new StringBuilder();

    CostTable(List<String> head) {
        this.head = head;
    }

    /// One row.
    final class Row {
        private final StringBuilder cells = new StringBuilder();

        Row figure(double order, String shown) {
            return cell(
                    new Cell(
                            String.format(Locale.ROOT, "%.9f", order),
                            Markup.escaped(shown),
                            true));
        }

        Row text(String shown) {
            return cell(new Cell(shown, Markup.escaped(shown), false));
        }

        Row code(String shown) {
            return cell(new Cell(shown, "<code>" + Markup.escaped(shown) + "</code>", false));
        }

        /// A part of a whole, with a bar behind it.
        Row share(double part, String shown) {
            String bar =
                    String.format(
                            Locale.ROOT,
                            "<span class=\"bar\" style=\"width:%.2f%%\"></span>%s",
                            100 * Math.clamp(part, 0, 1),
                            Markup.escaped(shown));
            return cell(new Cell(String.format(Locale.ROOT, "%.9f", part), bar, true));
        }

        private Row cell(Cell cell) {
            cells.append(
                    "<td%s data-v=\"%s\">%s</td>"
                            .formatted(
                                    cell.figure ? " class=\"n\"" : "",
                                    Markup.escaped(cell.order),
                                    cell.html));
            return this;
        }

        void end() {
            rows.append("<tr>").append(cells).append("</tr>\n");
        }
    }

    Row row() {
        return new Row();
    }

    String html() {
        return head.stream()
                        .map(name -> "<th scope=\"col\">" + Markup.escaped(name) + "</th>")
                        .collect(
                                Collectors.joining(
                                        "", "<table><thead><tr>", "</tr></thead><tbody>\n"))
                + rows
                + "</tbody></table>";
    }
}
