package dev.pareto.ui;

import java.util.List;

/// The sources of the example program, before and after a fix.
final class SampleCode {
    static final String DEDUPE =
            """
            \"""Keep the first of every order id, in order.\"""
            import sys
            from orders import load_orders


            def first_of_each(orders):
                seen = []
                for order in orders:
                    if order not in seen:
                        seen.append(order)
                return seen


            def main():
                n, seed = int(sys.argv[1]), int(sys.argv[2])
                unique = first_of_each(load_orders(n, seed))
                print(len(unique), *unique[:2], unique[-1])


            if __name__ == "__main__":
                main()
            """;

    static final String WITH_SET =
            DEDUPE.replace("    seen = []\n", "    seen = []\n    seen_set = set()\n")
                    .replace(
                            "        if order not in seen:\n",
                            """
                                    if order not in seen_set:
                                        seen_set.add(order)
                            """);

    static final String DIFF =
            """
            --- a/dedupe.py
            +++ b/dedupe.py
            @@ -6,6 +6,8 @@
             def first_of_each(orders):
                 seen = []
            +    seen_set = set()
                 for order in orders:
            -        if order not in seen:
            +        if order not in seen_set:
            +            seen_set.add(order)
                         seen.append(order)
                 return seen
            """;

    static final String ORDERS =
            """
            import random


            def load_orders(n, seed):
                pick = random.Random(seed)
                return [f"NO-{pick.randrange(n):06d}" for _ in range(n)]
            """;

    static final List<String> FILES = List.of("dedupe.py", "orders.py");

    private SampleCode() {}
}
