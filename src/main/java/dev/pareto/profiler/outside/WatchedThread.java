package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// One thread of the program: its last sample, and what it has spent. The sampling thread's.
///
/// The kernel's figures of another thread move only at scheduler ticks, so a difference between two
/// samples says nothing. Samples are therefore gathered for a stretch, and its sums are then made
/// to meet what the figures say of the whole stretch.
final class WatchedThread implements AutoCloseable {
    private static final double STRETCH = 0.1;

    /// Seconds that the figures may lag behind: two ticks of 4 ms.
    private static final double LAG = 0.008;

    private final int process;
    private final int id;
    private final int claimed;
    private final ThreadFiles files;

    /// Address of its outermost frame; changes only when C code calls Python anew.
    long bottom;

    long suspectedBottom;
    long stamp;

    @Nullable Node leaf;
    Activity activity = Activity.RUNNING;

    // The samples of this stretch.
    private Node[] places = new Node[128];
    private double[] spans = new double[128];
    private double[] shares = new double[128];
    private boolean[] running = new boolean[128];
    private int count;
    private double length;

    // What the figures said, and what of that was not given to samples yet (or too early).
    private double lastCpu;
    private double lastQueue;
    private double cpuOwed;
    private double queueOwed;

    private double elapsed;
    private double cpu;
    private double queue;
    private double gil;
    private long samples;

    /// @param claimed the number that its state tells
    WatchedThread(int process, int id, int claimed, ThreadFiles files) {
        this.process = process;
        this.id = id;
        this.claimed = claimed;
        this.files = files;
        begin();
    }

    /// What it did until now does not count.
    void begin() {
        if (files.readSchedule()) {
            lastCpu = files.onProcessor() / 1e9;
            lastQueue = files.inQueue() / 1e9;
        }
    }

    int process() {
        return process;
    }

    int id() {
        return id;
    }

    int claimed() {
        return claimed;
    }

    boolean isMain() {
        return id == process;
    }

    ThreadFiles files() {
        return files;
    }

    /// Adds a sample.
    ///
    /// @param span seconds that it stands for
    /// @param share of these, the elapsed seconds that belong to this thread
    void spend(Node place, Activity what, double span, double share) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            spans = Arrays.copyOf(spans, count * 2);
            shares = Arrays.copyOf(shares, count * 2);
            running = Arrays.copyOf(running, count * 2);
        }
        places[count] = place;
        spans[count] = span;
        shares[count] = share;
        running[count] = what == Activity.RUNNING;
        count++;
        length += span;
        elapsed += span;
        samples++;
        if (what == Activity.WAITING_FOR_GIL) {
            gil += span;
        }
        if (length >= STRETCH) {
            settle();
        }
    }

    /// Ends the stretch: gives its samples their parts of the kernel's figures.
    void settle() {
        double ran = 0;
        for (int i = 0; i < count; i++) {
            ran += running[i] ? spans[i] : 0;
        }
        if (files.readSchedule()) {
            double nowCpu = files.onProcessor() / 1e9;
            double nowQueue = files.inQueue() / 1e9;
            cpuOwed += Math.max(0, nowCpu - lastCpu);
            queueOwed += Math.max(0, nowQueue - lastQueue);
            lastCpu = nowCpu;
            lastQueue = nowQueue;
        } else {
            cpuOwed = Math.max(cpuOwed, ran - queueOwed);
        }
        // The figures may say more than the samples, of a thread that runs for short whiles between
        // them; when they say less, they lag behind.
        double told = cpuOwed + queueOwed;
        double busy = told > ran + LAG ? Math.min(told, length) : ran;
        double onProcessor = onProcessor(busy);
        double cpuPart = busy > 0 ? onProcessor / busy : 1;
        cpuOwed -= onProcessor;
        queueOwed -= busy - onProcessor;
        double idle = length - ran;
        double ofRunning = ran > 0 ? Math.min(1, busy / ran) : 0;
        double ofIdle = idle > 0 ? Math.max(0, busy - ran) / idle : 0;
        for (int i = 0; i < count; i++) {
            double part = running[i] ? ofRunning : ofIdle;
            Node place = places[i];
            place.elapsed += shares[i];
            place.cpu += spans[i] * part * cpuPart;
            place.queue += shares[i] * part * (1 - cpuPart);
            place.waiting += shares[i] * (1 - part);
            place.samples += shares[i] > 0 ? 1 : 0;
        }
        cpu += onProcessor;
        queue += busy - onProcessor;
        count = 0;
        length = 0;
    }

    /// How much of the busy time was on a processor. That figure lags by ticks at most, while a
    /// wait for a processor is only told when it is over.
    private double onProcessor(double busy) {
        double onProcessor = Math.max(0, cpuOwed);
        double inQueue = Math.max(0, queueOwed);
        double told = onProcessor + inQueue;
        if (told > busy) {
            return onProcessor * busy / told;
        }
        double part = told > 0 ? onProcessor / told : 1;
        double ahead = Math.max(0, LAG + Math.min(0, cpuOwed));
        return onProcessor + Math.min(busy - told, ahead) * part;
    }

    /// What it has spent until the last settlement.
    ThreadTimes times() {
        return new ThreadTimes(process, id, isMain(), elapsed, cpu, queue, gil, samples);
    }

    @Override
    public void close() {
        settle();
        files.close();
    }
}
