package dev.pareto.advice.rule;

import java.util.Set;

/// What Python's library offers that looks at its arguments only, and changes nothing but objects
/// that it is given.
final class PureNames {
    private static final Set<String> BUILTINS =
            words(
                    "abs all any ascii bin bool bytearray bytes chr complex dict divmod enumerate"
                            + " filter float format frozenset hash hex int isinstance issubclass"
                            + " iter len list map max min next object oct ord pow range repr"
                            + " reversed round set slice sorted str sum tuple type zip");

    private static final Set<String> MODULES =
            words(
                    "base64 binascii bisect cmath collections collections.abc colorsys copy datetime difflib"
                            + " fractions functools heapq html itertools json keyword math"
                            + " numbers operator re statistics string struct textwrap typing"
                            + " typing_extensions unicodedata zlib");

    /// Methods of the built-in types and of regular expressions.
    private static final Set<String> METHODS =
            words(
                    // str and bytes
                    "capitalize casefold center count decode encode endswith expandtabs find format"
                            + " format_map index isalnum isalpha isascii isdecimal isdigit"
                            + " isidentifier islower isnumeric isprintable isspace istitle"
                            + " isupper join ljust lower lstrip maketrans partition"
                            + " removeprefix removesuffix replace rfind rindex rjust"
                            + " rpartition rsplit rstrip split splitlines startswith strip"
                            + " swapcase title translate upper zfill"
                            // numbers
                            + " as_integer_ratio bit_count bit_length conjugate from_bytes fromhex"
                            + " is_integer to_bytes"
                            // containers
                            + " add append appendleft clear copy difference difference_update"
                            + " discard elements extend extendleft fromkeys get insert"
                            + " intersection intersection_update isdisjoint issubset"
                            + " issuperset items keys most_common pop popitem popleft remove"
                            + " reverse rotate setdefault sort subtract symmetric_difference"
                            + " union update values"
                            // dates
                            + " date isocalendar isoformat isoweekday strftime time timetuple"
                            + " toordinal total_seconds weekday"
                            // regular expressions
                            + " findall finditer fullmatch group groupdict groups match search span"
                            + " sub subn");

    /// What dates, numbers and slices consist of.
    private static final Set<String> FIELDS =
            words(
                    "day days denominator hour imag microsecond microseconds minute month numerator"
                            + " real second seconds start step stop tzinfo year");

    /// Functions of otherwise pure modules that look at the clock, or at the time zone.
    private static final Set<String> CLOCKS =
            words("astimezone fromtimestamp now today utcfromtimestamp utcnow");

    private PureNames() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    static boolean isBuiltin(String name) {
        return BUILTINS.contains(name) || isException(name);
    }

    private static boolean isException(String name) {
        return name.endsWith("Error")
                || name.endsWith("Exception")
                || name.endsWith("Warning")
                || name.equals("StopIteration")
                || name.equals("NotImplemented");
    }

    static boolean isModule(String dotted) {
        return MODULES.contains(dotted);
    }

    static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    static boolean isClock(String name) {
        return CLOCKS.contains(name);
    }

    static boolean isMethod(String name) {
        return METHODS.contains(name);
    }

    /// What a function does that uses another builtin.
    static String what(String name) {
        return switch (name) {
            case "print" -> "prints";
            case "open", "input" -> "reads or writes files";
            default -> "uses `" + name + "`";
        };
    }
}
