package dev.pareto.report;

/// Text within HTML.
final class Markup {
    private Markup() {}

    /// For element content and quoted attributes. What no HTML may hold becomes a replacement
    /// character.
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
                            }
                        });
        return safe.toString();
    }

    private static boolean isAllowed(int c) {
        boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !lone && (c >= ' ' || c == '\n' || c == '\t') && !(c >= 0x7F && c < 0xA0);
    }
}
