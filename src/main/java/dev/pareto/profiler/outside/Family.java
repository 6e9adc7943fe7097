package dev.pareto.profiler.outside;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The descendants of a process, as far as the threads that we know have made them. The sampling
/// thread's.
final class Family implements AutoCloseable {
    private static final int MOST = 256;

    private record Maker(int process, int id) {}

    /// The kernel lists children by the thread that made them.
    private final Map<Maker, ProcFile> files = new HashMap<>();

    /// All that there are now, without the first itself, parents first.
    ///
    /// @param known the processes whose threads are known; of others, the main thread is asked
    Set<Integer> below(int pid, Collection<PythonProcess> known) {
        Map<Integer, PythonProcess> byPid = new HashMap<>();
        known.forEach(process -> byPid.put(process.pid(), process));
        Set<Integer> found = new LinkedHashSet<>();
        children(pid, byPid, found);
        return found;
    }

    private void children(int pid, Map<Integer, PythonProcess> known, Set<Integer> found) {
        add(new Maker(pid, pid), known, found);
        PythonProcess process = known.get(pid);
        if (process != null) {
            for (WatchedThread thread : process.seen()) {
                if (!thread.isMain()) {
                    add(new Maker(pid, thread.id()), known, found);
                }
            }
        }
    }

    private void add(Maker maker, Map<Integer, PythonProcess> known, Set<Integer> found) {
        ProcFile file = files.get(maker);
        if (file == null) {
            file = ProcFile.open("/proc/" + maker.process + "/task/" + maker.id + "/children");
            if (file == null) {
                return;
            }
            files.put(maker, file);
        }
        if (!file.read()) {
            file.close();
            files.remove(maker);
            return;
        }
        if (file.length() == 0) {
            return;
        }
        for (String child : file.text().strip().split(" ", -1)) {
            if (!child.isEmpty() && found.size() < MOST && found.add(Integer.valueOf(child))) {
                children(Integer.parseInt(child), known, found);
            }
        }
    }

    @Override
    public void close() {
        files.values().forEach(ProcFile::close);
        files.clear();
    }
}
