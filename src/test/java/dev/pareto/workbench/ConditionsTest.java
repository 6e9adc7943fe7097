package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ConditionsTest {
    @Test
    void comparesEverythingThatBothTellExceptTheLoad() {
        Map<String, String> one = Map.of("interpreter", "CPython 3.13.0", "load", "0.1");
        assertTrue(
                Conditions.comparable(one, Map.of("interpreter", "CPython 3.13.0", "load", "9")));
        assertTrue(Conditions.comparable(one, Map.of("power", "mains")));
        assertFalse(Conditions.comparable(one, Map.of("interpreter", "CPython 3.12.0")));
    }

    @Test
    void knowsThisMachine() {
        assertTrue(Conditions.isHere(Conditions.machine()));
        assertFalse(Conditions.isHere(Map.of("machine", "a quantum computer")));
        assertEquals(true, Conditions.isHere(Map.of()), "nothing is known");
    }
}
