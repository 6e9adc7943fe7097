package dev.pareto.trial;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.Limits;
import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One or two variants of a program, and the sizes at which to measure them.
///
/// @param candidate measured together with the reference; null for the reference alone
/// @param input with an argument that is the size ([Argument.Role#SIZE]); its own size is not used
/// @param sizes at least two, positive; 4 to 6 that double or quadruple tell most
/// @param budget after which no further run begins
public record GrowthRequest(
        Program program,
        Variant reference,
        @Nullable Variant candidate,
        Input input,
        List<Long> sizes,
        Limits limits,
        WallTime budget) {
    public GrowthRequest {
        sizes = sizes.stream().distinct().sorted().toList();
        if (sizes.size() < 2 || sizes.getFirst() <= 0) {
            throw new IllegalArgumentException("not two positive sizes: " + sizes);
        }
        if (input.arguments().stream().noneMatch(a -> a.role() == Argument.Role.SIZE)) {
            throw new IllegalArgumentException("no argument is the size: " + input);
        }
    }
}
