package dev.pareto.profiler.outside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which containers local variables held at the lines where the program was seen. The sampling
/// thread's.
public final class Containers {
    private static final int MOST = 2_000;

    private record Place(Function function, int line, String variable, String type) {}

    private static final class Sums {
        long samples;
        long longest;
        double total;
    }

    /// A local variable at a line, and what it held.
    ///
    /// @param type as in "list" @param samples in which it was looked at
    public record Seen(
            Function function,
            int line,
            String variable,
            String type,
            long samples,
            double meanLength,
            long longest) {}

    Containers() {}

    private final Map<Place, Sums> sums = new HashMap<>();

    void add(Function function, int line, String variable, String type, long length) {
        Place place = new Place(function, line, variable, type);
        Sums here = sums.get(place);
        if (here == null) {
            if (sums.size() == MOST) {
                return;
            }
            here = new Sums();
            sums.put(place, here);
        }
        here.samples++;
        here.longest = Math.max(here.longest, length);
        here.total += length;
    }

    List<Seen> seen() {
        return sums.entrySet().stream()
                .map(
                        entry -> {
                            Place place = entry.getKey();
                            Sums here = entry.getValue();
                            return new Seen(
                                    place.function(),
                                    place.line(),
                                    place.variable(),
                                    place.type(),
                                    here.samples,
                                    here.total / here.samples,
                                    here.longest);
                        })
                .toList();
    }
}
