package dev.pareto.exchange;

import java.util.Arrays;

/// Stacks as one tree, in arrays: millions of samples lead to the same places again and again. A
/// place is a number, that of the root is 0, and every place's is above its parent's. One thread.
final class StackTree {
    static final int ROOT = 0;

    /// Knuth's multiplier for hashing by multiplication: 2^64 by the golden ratio.
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// Of each place its parent (upper half) and its key there.
    private long[] edges = new long[1 << 10];

    /// Places by their edges, open addressing; 0 is free, as the root is below nothing. A place
    /// that was made right after its parent is not in it: it is found beside that.
    private int[] slots = new int[1 << 11];

    private int hashed;
    private int size = 1;

    /// The place below another one, new where nobody asked for it before.
    ///
    /// @param key what tells it from others there, 0 or more
    int child(int parent, int key) {
        long edge = ((long) parent << Integer.SIZE) | key;
        // Most ways on are the first that was taken from a place, and lie behind it in memory.
        if (parent + 1 == size) {
            return append(edge);
        }
        if (edges[parent + 1] == edge) {
            return parent + 1;
        }
        int slot = slot(edge);
        while (slots[slot] != 0) {
            if (edges[slots[slot]] == edge) {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = append(edge);
        if (2 * ++hashed > slots.length) {
            spread();
        }
        return size - 1;
    }

    private int append(long edge) {
        if (size == edges.length) {
            edges = Arrays.copyOf(edges, 2 * size);
        }
        edges[size] = edge;
        return size++;
    }

    private int slot(long edge) {
        int bits = Integer.numberOfTrailingZeros(slots.length);
        return (int) ((edge * GOLDEN) >>> (Long.SIZE - bits));
    }

    private void spread() {
        int[] old = slots;
        slots = new int[2 * old.length];
        for (int place : old) {
            if (place != 0) {
                int slot = slot(edges[place]);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = place;
            }
        }
    }

    /// One more than the last place.
    int size() {
        return size;
    }

    int parent(int place) {
        return (int) (edges[place] >>> Integer.SIZE);
    }

    int key(int place) {
        return (int) edges[place];
    }
}
