package dev.pareto.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DiskFaultsTest {
    @Test
    void matterWhenTheyCanHaveCostTwoPercent() {
        assertTrue(DiskFaults.matter(2_000, 10));
        assertFalse(DiskFaults.matter(1_999, 10));
        assertFalse(DiskFaults.matter(499, 0.1), "as many as a cold start has");
    }

    @Test
    void areNamedWithTheirNumber() {
        assertEquals(
                "The program had to wait for the disk 12,345 times to get at its memory (major page"
                        + " faults). Either memory is short and the machine swaps, or large files are"
                        + " read through memory maps: look at the memory view, and close what else is"
                        + " running.",
                DiskFaults.words(12_345));
    }
}
