package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// A place in the tree of all stacks seen: a function at a line below its callers, with what was
/// spent there itself. Changed by the sampling thread only; read by others when that has ended.
public final class Node {
    private static final Node[] NONE = {};

    private final Function function;
    private final int line;
    private final boolean own;
    private Node[] children = NONE;
    private int count;

    double elapsed;
    double cpu;
    double waiting;
    double queue;
    double up;
    double down;
    long samples;

    Node(Function function, int line, boolean own) {
        this.function = function;
        this.line = line;
        this.own = own;
    }

    public Function function() {
        return function;
    }

    public int line() {
        return line;
    }

    public boolean own() {
        return own;
    }

    public Node[] children() {
        return Arrays.copyOf(children, count);
    }

    /// Seconds on the clock that belong to this place.
    public double elapsed() {
        return elapsed;
    }

    /// Seconds on a processor, of all threads there.
    public double cpu() {
        return cpu;
    }

    /// Of the elapsed seconds, those in which nothing of the program ran.
    public double waiting() {
        return waiting;
    }

    /// Of the elapsed seconds, those in which the thread was ready but had no processor.
    public double queue() {
        return queue;
    }

    /// Resident bytes gained while it was here.
    public double up() {
        return up;
    }

    /// Resident bytes given back while it was here.
    public double down() {
        return down;
    }

    public long samples() {
        return samples;
    }

    void resident(double change) {
        if (change > 0) {
            up += change;
        } else {
            down -= change;
        }
    }

    /// The child for a callee at a line; null when there is none yet.
    @Nullable Node child(Function callee, int at) {
        for (int i = 0; i < count; i++) {
            Node child = children[i];
            if (child.line == at && child.function.equals(callee)) {
                if (i > 0) {
                    // What was seen last is found first: stacks repeat.
                    children[i] = children[i - 1];
                    children[i - 1] = child;
                }
                return child;
            }
        }
        return null;
    }

    Node grow(Function callee, int at, boolean isOwn) {
        if (count == children.length) {
            children = Arrays.copyOf(children, Math.max(2, count * 2));
        }
        Node child = new Node(callee, at, isOwn);
        children[count++] = child;
        return child;
    }
}
