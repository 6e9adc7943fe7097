package dev.pareto.advice.compile;

import dev.pareto.source.module.ParsedModule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Names for what a NumPy loop needs, none of which the file has already.
final class ArrayNames {
    private final ParsedModule module;
    private final String numpy;
    private final Map<String, String> blocks = new LinkedHashMap<>();
    private final Map<String, String> arrays = new LinkedHashMap<>();
    private final List<String> taken = new ArrayList<>();
    final String span;
    final String start;
    final String stop;
    final String helper;

    /// @param numpy what the package is called in the file
    ArrayNames(ParsedModule module, String numpy) {
        this.module = module;
        this.numpy = numpy;
        taken.add(numpy);
        span = fresh("span");
        start = fresh("start");
        stop = fresh("stop");
        helper = fresh("as_array");
    }

    private String fresh(String wish) {
        String name = module.freshName(wish, taken.toArray(String[]::new));
        taken.add(name);
        return name;
    }

    /// What holds a variable's values for a block.
    String of(String variable) {
        return blocks.computeIfAbsent(variable, it -> fresh(it + "_block"));
    }

    /// The array of a list.
    String array(String list) {
        return arrays.computeIfAbsent(list, it -> fresh(it + "_array"));
    }

    /// The variables that got a block.
    boolean isUsed(String variable) {
        return blocks.containsKey(variable);
    }

    /// The lists that got an array.
    List<String> lists() {
        return List.copyOf(arrays.keySet());
    }

    /// The items of a list for a block.
    String slice(Items.Place place) {
        return "%s[%s%s:%s%s]"
                .formatted(array(place.list().name()), start, place.offset(), stop, place.offset());
    }

    /// A function of NumPy, by the name that the package has in the file.
    String numpy(String dotted) {
        return numpy + dotted.substring("numpy".length());
    }
}
