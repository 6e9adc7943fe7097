package dev.pareto.profiler.outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

/// Reads our own memory as if it were another process's.
@EnabledOnOs(OS.LINUX)
class SnapshotTest {
    private static final int SELF = Math.toIntExact(ProcessHandle.current().pid());
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

    @Test
    void showsOneMomentUntilTheNextIsTaken() {
        try (var arena = Arena.ofConfined();
                var snapshot = new Snapshot(SELF)) {
            var memory = arena.allocate(8 * Snapshot.PAGE, Snapshot.PAGE);
            for (int page = 0; page < 8; page++) {
                memory.set(WORD, (long) page * Snapshot.PAGE, page + 100);
            }
            snapshot.take();
            for (int round = 0; round < 3; round++) {
                for (int page = 0; page < 8; page++) {
                    long at = memory.address() + (long) page * Snapshot.PAGE;
                    assertEquals(page + 100 + 1000L * round, snapshot.word(at));
                }
                for (int page = 0; page < 8; page++) {
                    long at = (long) page * Snapshot.PAGE;
                    memory.set(WORD, at, memory.get(WORD, at) + 1000);
                    assertEquals(page + 100 + 1000L * round, snapshot.word(memory.address() + at));
                }
                assertFalse(snapshot.failed());
                snapshot.take();
            }
        }
    }

    @Test
    void saysWhatCannotBeRead() {
        try (var arena = Arena.ofConfined();
                var snapshot = new Snapshot(SELF)) {
            var memory = arena.allocate(16, 16);
            memory.set(WORD, 0, 42);
            for (long wild : new long[] {0, 8, -8, 1L << 62, 0x7fff_ffff_f000L}) {
                snapshot.take();
                assertEquals(0, snapshot.word(wild));
                assertTrue(snapshot.failed());
                assertEquals(42, snapshot.word(memory.address()), "the next read works");
            }
        }
    }

    @Test
    void copiesStretchesOfAnyLength() {
        try (var arena = Arena.ofConfined();
                var snapshot = new Snapshot(SELF)) {
            var memory = arena.allocate(100_000);
            for (int i = 0; i < 100_000; i++) {
                memory.set(ValueLayout.JAVA_BYTE, i, (byte) i);
            }
            assertArrayEquals(
                    memory.asSlice(5, 99_990).toArray(ValueLayout.JAVA_BYTE),
                    snapshot.bytes(memory.address() + 5, 99_990));
            assertEquals(0, snapshot.bytes(memory.address(), 0).length);
            assertEquals(0, snapshot.bytes(8, 100).length);
        }
    }

    @Test
    void noticesThatTheProcessIsGone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        try (var snapshot = new Snapshot(Math.toIntExact(gone.pid()))) {
            snapshot.take();
            assertEquals(0, snapshot.word(0x5000_0000L));
            assertEquals(Kernel.Failure.GONE, snapshot.failure());
        }
    }
}
