package dev.pareto.profiler.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ResidentChangesTest {
    private final ResidentChanges changes = new ResidentChanges();
    private final Node quiet = node("quiet");
    private final Node growing = node("growing");
    private final Node other = node("other");

    private static Node node(String name) {
        return new Node(new Function(name, name + ".py", 1), 1, true);
    }

    @Test
    void givesAChangeToThePlaceAtBothEnds() {
        changes.add(growing, 0);
        changes.add(growing, 5);
        changes.add(growing, -2);
        changes.end();
        assertEquals(5, growing.up());
        assertEquals(2, growing.down());
    }

    @Test
    void givesNothingToAPlaceThatIsKnownToBeQuiet() {
        for (int i = 0; i < 3; i++) {
            changes.add(quiet, 0);
        }
        changes.add(growing, 5);
        for (int i = 0; i < 3; i++) {
            changes.add(quiet, i == 0 ? 7 : 0);
        }
        changes.end();
        assertEquals(12, growing.up(), "seen once, between two quiet stretches");
        assertEquals(0, quiet.up());
    }

    @Test
    void dividesByTheSpeedOfBothPlaces() {
        changes.add(growing, 0);
        changes.add(growing, 30);
        changes.add(other, 20);
        changes.add(other, 10);
        changes.end();
        assertEquals(30 + 15, growing.up());
        assertEquals(5 + 10, other.up());
    }

    @Test
    void dividesEvenlyWhenNothingIsKnown() {
        changes.add(growing, 0);
        changes.add(other, 8);
        changes.add(growing, 0);
        changes.add(other, 0);
        changes.end();
        assertEquals(4, growing.up());
        assertEquals(4, other.up());
    }
}
