package dev.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParetoTest {
    @Test
    void isCalledPareto() {
        assertEquals("Pareto", Pareto.name());
    }
}
