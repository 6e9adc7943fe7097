package dev.pareto.trial.output;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Says why a token changes from run to run, if for a reason that makes the output no other.
///
/// @param runs of the baseline with equal input and hash seed
/// @param lines the tokens of the same line in each of them, equally many
/// @param nowSeconds since 1970
record Classifier(List<Repetition> runs, List<List<Token>> lines, double nowSeconds) {
    private static final int REACH = 5;
    private static final double LATER_PIDS = 1000;
    private static final double DAYS = 2 * 86_400.0;
    private static final double STEADY = 1.25;
    private static final double SLOWED = 1.2;
    private static final double SAME_PART = 1.6;
    private static final int MOST_DISAGREEING = 2;

    /// @param at the token's place; empty when it looks like chance
    Optional<Volatile> what(int at) {
        List<Token> values = lines.stream().map(line -> line.get(at)).toList();
        if (all(values, v -> v.kind() == Token.Kind.ADDRESS)) {
            return Optional.of(Volatile.ADDRESS);
        }
        if (all(values, v -> v.kind() == Token.Kind.DATE)) {
            return Optional.of(Volatile.DATE);
        }
        if (all(values, v -> v.kind() == Token.Kind.CLOCK)) {
            return Optional.of(Volatile.TIME);
        }
        if (all(values, v -> Words.isTemporaryName(v.text()))) {
            return Optional.of(Volatile.TEMPORARY_NAME);
        }
        if (all(values, v -> Words.isTimeUnit(v.text()))) {
            return Optional.of(Volatile.UNIT);
        }
        return all(values, Token::isNumber) ? number(at, values) : Optional.empty();
    }

    private Optional<Volatile> number(int at, List<Token> values) {
        if (isProcess(at, values)) {
            return Optional.of(Volatile.PROCESS_ID);
        }
        if (all(values, Classifier::isAddress)) {
            return Optional.of(Volatile.ADDRESS);
        }
        if (all(values, this::isEpoch)) {
            return Optional.of(Volatile.TIME);
        }
        if (isRate(at)) {
            return Optional.of(Volatile.RATE);
        }
        return isDuration(at) || followsTheRun(values)
                ? Optional.of(Volatile.DURATION)
                : Optional.empty();
    }

    private static boolean all(List<Token> values, Predicate<Token> test) {
        return values.stream().allMatch(test);
    }

    /// Its own id, or one that the kernel gave soon after it.
    private boolean isProcess(int at, List<Token> values) {
        return all(values, Classifier::isWhole)
                && (before(at, Words::isProcess)
                        || everyRun(i -> isNear(values.get(i).value(), runs.get(i).pid())));
    }

    private static boolean isNear(double value, long pid) {
        return value >= pid && value <= pid + LATER_PIDS;
    }

    private static boolean isWhole(Token value) {
        return value.text().chars().allMatch(Character::isDigit);
    }

    /// What `id` gives: a place in the heap or in a mapped area of a 64-bit process.
    private static boolean isAddress(Token value) {
        if (!isWhole(value) || value.text().length() > 15) {
            return false;
        }
        long place = Long.parseLong(value.text());
        return place % 8 == 0
                && ((place >> 40 >= 0x55 && place >> 40 <= 0x56) || place >> 40 >= 0x7e)
                && place >> 47 == 0;
    }

    /// Seconds, milliseconds, microseconds or nanoseconds since 1970, near now.
    private boolean isEpoch(Token value) {
        for (double unit = 1; unit < 1e10; unit *= 1000) {
            if (Math.abs(value.value() / unit - nowSeconds) < DAYS) {
                return true;
            }
        }
        return false;
    }

    private boolean isRate(int at) {
        List<Token> line = lines.getFirst();
        for (int i = at + 1; i + 1 < line.size() && i <= at + REACH - 1; i++) {
            String text = line.get(i).text();
            if ((text.equals("/") || text.equals("per"))
                    && Words.isTimeUnit(line.get(i + 1).text())) {
                return true;
            }
        }
        return before(at, Words::isRate) || Words.isRate(next(at));
    }

    private boolean isDuration(int at) {
        return Words.isTimeUnit(next(at)) || before(at, Words::isDuration);
    }

    private String next(int at) {
        List<Token> line = lines.getFirst();
        return at + 1 < line.size() ? line.get(at + 1).text() : "";
    }

    /// Whether one of the words shortly before says it.
    private boolean before(int at, Predicate<String> says) {
        return lines.getFirst().subList(Math.max(0, at - REACH), at).stream()
                .anyMatch(token -> says.test(token.text()));
    }

    /// A number without a word beside it is a duration if it is not longer than the run in one of
    /// the usual units, and either quiet runs agree about it and both runs with pauses have clearly
    /// more, or it is nearly the same part of every run. By chance, a random number does so in
    /// fewer than one of a hundred cases.
    private boolean followsTheRun(List<Token> values) {
        double[] seconds = values.stream().mapToDouble(Token::value).toArray();
        for (double unit = 1; unit < 1e10; unit *= 1000) {
            if (isWithin(seconds, unit)) {
                return grewWithThePause(seconds) || isPart(seconds);
            }
        }
        return false;
    }

    private boolean isWithin(double[] values, double unit) {
        return everyRun(
                i ->
                        values[i] / unit <= runs.get(i).wall()
                                && values[i] / unit > runs.get(i).wall() / 1000);
    }

    private boolean grewWithThePause(double[] values) {
        double least = Double.MAX_VALUE;
        double most = 0;
        double paused = Double.MAX_VALUE;
        for (int i = 0; i < values.length; i++) {
            if (runs.get(i).paused()) {
                paused = Math.min(paused, values[i]);
            } else {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
        }
        return most <= STEADY * least && paused >= SLOWED * most;
    }

    private boolean isPart(double[] values) {
        double least = Double.MAX_VALUE;
        double most = 0;
        int disagreeing = 0;
        for (int i = 0; i < values.length; i++) {
            double part = values[i] / runs.get(i).wall();
            least = Math.min(least, part);
            most = Math.max(most, part);
            for (int j = 0; j < i; j++) {
                double longer = runs.get(i).wall() - runs.get(j).wall();
                disagreeing += longer * (values[i] - values[j]) < 0 ? 1 : 0;
            }
        }
        return most <= SAME_PART * least && disagreeing <= MOST_DISAGREEING;
    }

    private boolean everyRun(IntPredicate test) {
        return IntStream.range(0, runs.size()).allMatch(test);
    }
}
