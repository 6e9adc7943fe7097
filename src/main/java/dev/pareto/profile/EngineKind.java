package dev.pareto.profile;

/// The ways to profile. `traced` engines change what they measure, so their times stand in their
/// own tables only.
public enum EngineKind {
    OUTSIDE("outside", false),
    SAMPLER_THREAD("sampler_thread", false),
    CPROFILE("cprofile", true),
    LINE_PROFILER("line_profiler", true),
    MEMORY_PROFILER("memory_profiler", true),
    TRACEMALLOC("tracemalloc", true),
    IMPORTED("imported", false);

    private final String id;
    private final boolean traced;

    EngineKind(String id, boolean traced) {
        this.id = id;
        this.traced = traced;
    }

    /// The name on the command line and in JSON.
    public String id() {
        return id;
    }

    public boolean traced() {
        return traced;
    }
}
