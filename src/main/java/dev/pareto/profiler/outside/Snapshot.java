package dev.pareto.profiler.outside;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// The memory of another process as of one moment, as far as it is asked for. The thread that makes
/// it uses and closes it.
///
/// Each [#take()] fetches in one call all pages that were looked at after the last one, since they
/// will most likely be looked at again; what is missing is fetched when it is asked for.
final class Snapshot implements AutoCloseable {
    static final int PAGE = 4096;
    private static final int PAGE_BITS = 12;
    private static final int MOST = 384;
    private static final int SLOTS = 2048;
    private static final int IOVEC = 16;
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

    private final Kernel kernel = new Kernel();
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment content = arena.allocate((long) MOST * PAGE, PAGE);
    private final MemorySegment local = arena.allocate(IOVEC, IOVEC);
    private final MemorySegment remote = arena.allocate((long) MOST * IOVEC, IOVEC);
    private final int pid;

    // Page number → place in `content`, valid where the stamp is of the current snapshot.
    private final long[] keys = new long[SLOTS];
    private final int[] places = new int[SLOTS];
    private final long[] stamps = new long[SLOTS];
    private long stamp;
    private int loaded;

    // Pages looked at since the last `take`, in the order of the first look.
    private final long[] looked = new long[MOST];
    private final boolean[] isLooked = new boolean[MOST];
    private int looks;

    private long lastPage = -1;
    private int lastPlace;
    private boolean failed;
    private boolean aside;

    Snapshot(int pid) {
        this.pid = pid;
    }

    /// Begins the next snapshot.
    void take() {
        stamp++;
        lastPage = -1;
        failed = false;
        for (int i = 0; i < looks; i++) {
            remote.set(WORD, (long) i * IOVEC, looked[i] << PAGE_BITS);
            remote.set(WORD, (long) i * IOVEC + 8, PAGE);
        }
        int got = looks == 0 ? 0 : (int) (read(0, looks) / PAGE);
        for (int i = 0; i < got; i++) {
            put(looked[i], i);
        }
        loaded = got;
        looks = 0;
        Arrays.fill(isLooked, false);
    }

    private long read(int place, int count) {
        local.set(WORD, 0, content.address() + (long) place * PAGE);
        local.set(WORD, 8, (long) (MOST - place) * PAGE);
        return kernel.read(pid, local, remote, count);
    }

    /// Whether something that was asked for since then could not be read.
    boolean failed() {
        return failed;
    }

    /// Whether what is looked at from now on will hardly be looked at again.
    void aside(boolean isAside) {
        aside = isAside;
    }

    /// Forgets that something could not be read.
    void forgive() {
        failed = false;
    }

    /// Why the last read failed that did.
    Kernel.Failure failure() {
        return kernel.failure();
    }

    /// The 64-bit word at a place; 0 when it cannot be read, see [#failed()].
    long word(long address) {
        int place = place(address);
        int offset = (int) address & (PAGE - 1);
        if (place < 0 || offset > PAGE - 8) {
            failed = true;
            return 0;
        }
        return content.get(WORD, (long) place * PAGE + offset);
    }

    /// The 32-bit number at a place; 0 when it cannot be read.
    int number(long address) {
        int place = place(address);
        int offset = (int) address & (PAGE - 1);
        if (place < 0 || offset > PAGE - 4) {
            failed = true;
            return 0;
        }
        return content.get(INT, (long) place * PAGE + offset);
    }

    private int place(long address) {
        long page = address >>> PAGE_BITS;
        if (page == lastPage) {
            return lastPlace;
        }
        int place = find(page);
        if (place < 0) {
            place = fetch(page);
            if (place < 0) {
                return -1;
            }
        }
        if (!isLooked[place] && !aside) {
            isLooked[place] = true;
            looked[looks++] = page;
        }
        lastPage = page;
        lastPlace = place;
        return place;
    }

    private int fetch(long page) {
        if (loaded == MOST || page == 0 || page >>> 35 != 0) {
            return -1;
        }
        remote.set(WORD, 0, page << PAGE_BITS);
        remote.set(WORD, 8, PAGE);
        if (read(loaded, 1) != PAGE) {
            return -1;
        }
        put(page, loaded);
        return loaded++;
    }

    private int find(long page) {
        for (int i = slot(page); stamps[i] == stamp; i = (i + 1) & (SLOTS - 1)) {
            if (keys[i] == page) {
                return places[i];
            }
        }
        return -1;
    }

    private void put(long page, int place) {
        int i = slot(page);
        while (stamps[i] == stamp) {
            i = (i + 1) & (SLOTS - 1);
        }
        keys[i] = page;
        places[i] = place;
        stamps[i] = stamp;
    }

    private static int slot(long page) {
        return (int) ((page * 0x9E3779B97F4A7C15L) >>> 53);
    }

    /// A stretch of memory as it is now, not kept in the snapshot; shorter where it ends early.
    byte[] bytes(long address, int length) {
        try (Arena own = Arena.ofConfined()) {
            MemorySegment target = own.allocate(Math.max(1, length));
            local.set(WORD, 0, target.address());
            local.set(WORD, 8, length);
            remote.set(WORD, 0, address);
            remote.set(WORD, 8, length);
            long copied = length == 0 ? 0 : kernel.read(pid, local, remote, 1);
            return target.asSlice(0, copied).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
