package dev.pareto.advice.container;

import java.util.Locale;

/// How a set beside a list is called.
final class SetNames {
    private SetNames() {}

    /// A local variable: `_known` and `KNOWN` become `known_set`.
    static String local(String list) {
        String plain = list.replaceFirst("^_+", "");
        String name = beside(plain.isEmpty() ? list : plain);
        return name.endsWith("_SET") ? name.toLowerCase(Locale.ROOT) : name;
    }

    /// As private, and as much of a constant, as the list: `_seen` → `_seen_set`, `KNOWN` →
    /// `KNOWN_SET`.
    static String beside(String list) {
        boolean constant =
                list.equals(list.toUpperCase(Locale.ROOT))
                        && !list.equals(list.toLowerCase(Locale.ROOT));
        return list + (constant ? "_SET" : "_set");
    }
}
