package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.program.Argument;
import dev.pareto.program.Argument.Role;
import dev.pareto.program.Input;
import dev.pareto.program.Stdin;

import org.junit.jupiter.api.Test;

import java.util.List;

class CheckedInputsTest {
    @Test
    void twoSmallerSizesWithOtherSeeds() {
        assertEquals(
                List.of(List.of("3000", "8"), List.of("6000", "9")),
                texts(input(argument("12000", Role.SIZE), argument("7", Role.SEED)), List.of()));
    }

    @Test
    void theSizesThatWereAskedFor() {
        assertEquals(
                List.of(List.of("100"), List.of("900"), List.of("5000")),
                texts(input(argument("1000", Role.SIZE)), List.of(5000L, 1000L, 100L, 900L)));
    }

    @Test
    void tinySizesStayPositiveAndDiffer() {
        assertEquals(
                List.of(List.of("2"), List.of("3")),
                texts(input(argument("1", Role.SIZE)), List.of()));
    }

    @Test
    void otherSeedsAlone() {
        assertEquals(
                List.of(List.of("2"), List.of("3")),
                texts(input(argument("1", Role.SEED)), List.of()));
    }

    @Test
    void nothingWithoutASizeOrSeed() {
        assertEquals(List.of(), texts(input(Argument.plain("x")), List.of()));
    }

    private static Argument argument(String text, Role role) {
        return new Argument(text, role);
    }

    private static Input input(Argument... arguments) {
        return new Input("i", List.of(arguments), Stdin.EMPTY);
    }

    private static List<List<String>> texts(Input input, List<Long> sizes) {
        return CheckedInputs.of(input, sizes).stream().map(Input::texts).toList();
    }
}
