package dev.pareto.advice.rule;

import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.ImportFrom;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known about functions of the standard library and of a few others: which ones wait, and
/// which ones touch nothing but their arguments.
public final class KnownCalls {
    private static final Set<String> PURE_BUILTINS =
            words(
                    "abs all any ascii bin bool bytearray bytes chr complex dict divmod enumerate"
                            + " filter float format frozenset hex int isinstance issubclass len list"
                            + " map max min oct ord pow range repr reversed round set slice sorted"
                            + " str sum tuple type zip");

    private static final Set<String> PURE_METHODS =
            words(
                    "bit_count bit_length capitalize casefold center copy count decode difference"
                            + " digest encode end endswith expandtabs find findall format fullmatch"
                            + " group groups hex hexdigest index intersection isalnum isalpha"
                            + " isascii isdecimal isdigit isdisjoint isidentifier islower isnumeric"
                            + " isspace issubset issuperset isupper items join keys ljust lower"
                            + " lstrip partition removeprefix removesuffix replace rfind rindex"
                            + " rjust rpartition rsplit rstrip split splitlines startswith strip"
                            + " swapcase symmetric_difference title to_bytes translate union upper"
                            + " values zfill");

    /// They give an object that nobody else knows, or wait for an answer.
    private static final Set<String> WAITING =
            words(
                    "time.sleep urllib.request.urlopen requests.get requests.head httpx.get"
                            + " httpx.head socket.create_connection socket.gethostbyname"
                            + " socket.getaddrinfo socket.socket http.client.HTTPConnection"
                            + " http.client.HTTPSConnection");

    /// They wait without keeping their event loop from running others.
    private static final Set<String> AWAITED =
            words(
                    "asyncio.sleep asyncio.open_connection asyncio.to_thread asyncio.wait_for"
                            + " asyncio.gather");

    private static final Set<String> PURE_FUNCTIONS =
            words(
                    "json.loads json.dumps json.load urllib.request.Request functools.reduce"
                            + " functools.partial random.Random fractions.Fraction copy.copy"
                            + " copy.deepcopy textwrap.dedent textwrap.fill unicodedata.normalize"
                            + " zlib.compress zlib.decompress zlib.crc32 socket.AF_INET"
                            + " socket.SOCK_STREAM sys.maxsize sys.argv heapq.nsmallest heapq.nlargest"
                            + " bisect.bisect bisect.bisect_left bisect.bisect_right");

    /// Modules of which each function looks at its arguments only.
    private static final List<String> PURE_MODULES =
            List.of(
                    "math.",
                    "cmath.",
                    "re.",
                    "urllib.parse.",
                    "urllib.error.",
                    "hashlib.",
                    "base64.",
                    "binascii.",
                    "struct.",
                    "string.",
                    "html.",
                    "operator.",
                    "itertools.",
                    "statistics.",
                    "collections.");

    private final OwnCode own;
    private final ParsedModule module;

    public KnownCalls(OwnCode own, ParsedModule module) {
        this.own = own;
        this.module = module;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    public static boolean isPureBuiltin(String name) {
        return PURE_BUILTINS.contains(name)
                || name.endsWith("Error")
                || name.equals("Exception")
                || name.equals("StopIteration")
                || name.equals("__name__");
    }

    /// Whether a method of this name changes nothing, on whatever object of the standard library.
    public boolean isPureMethod(String name) {
        return PURE_METHODS.contains(name) && !own.defines(name);
    }

    public static boolean isWaiting(String dotted) {
        return WAITING.contains(dotted);
    }

    /// Whether it makes something to be awaited, which touches nothing but its arguments.
    public static boolean isAwaited(String dotted) {
        return AWAITED.contains(dotted);
    }

    static boolean isPure(String dotted) {
        return PURE_FUNCTIONS.contains(dotted)
                || PURE_MODULES.stream().anyMatch(dotted::startsWith);
    }

    /// The full name of what a name or a chain of attributes means, when an import brought it:
    /// `urllib.request.urlopen`.
    public Optional<String> dotted(Expression expression) {
        return switch (expression) {
            case Attribute it -> dotted(it.value()).map(value -> value + "." + it.attribute());
            case Name it -> module.binding(it).flatMap(this::imported);
            default -> Optional.empty();
        };
    }

    /// What an import binds, when nothing else does.
    private Optional<String> imported(Binding binding) {
        List<NameUse> stores =
                binding.uses().stream().filter(use -> use.access().rebinds()).toList();
        if (binding.roles().size() != 1
                || !binding.is(Role.IMPORTED)
                || stores.isEmpty()
                || !stores.stream().allMatch(use -> use.node() instanceof Alias)) {
            return Optional.empty();
        }
        List<String> names =
                stores.stream().map(use -> dotted((Alias) use.node())).distinct().toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private String dotted(Alias alias) {
        Node statement = module.parent(alias).orElseThrow();
        if (statement instanceof ImportFrom from) {
            return ".".repeat(from.level())
                    + (from.module() == null ? "" : from.module() + ".")
                    + alias.name();
        }
        // `import urllib.request` binds `urllib`.
        return alias.asName() != null ? alias.name() : alias.importedAs();
    }
}
