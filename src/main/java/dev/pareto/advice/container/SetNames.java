package dev.pareto.advice.container;

import java.util.Locale;

/// How a set beside a list is called.
final class SetNames {
    private SetNames() {}

    /// `seen` → `seen_set`, `KNOWN` → `KNOWN_SET`; for a local variable, so without the underscores
    /// that say private.
    static String of(String list) {
        String plain = list.replaceFirst("^_+", "");
        return beside(plain.isEmpty() ? list : plain);
    }

    /// The same for one that is as private as the list.
    static String beside(String list) {
        boolean constant =
                list.equals(list.toUpperCase(Locale.ROOT))
                        && !list.equals(list.toLowerCase(Locale.ROOT));
        return list + (constant ? "_SET" : "_set");
    }
}
