package dev.pareto.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A process of ours that does one thing and ends, as pip does.
///
/// @param status of its exit; -1 when it was ended
/// @param printed on both streams, the last of it
record ToolProcess(int status, String printed) {
    private static final int MOST = 20_000;

    /// Runs it to its end. A stop request, an interrupt and the end of the patience kill it with
    /// all that it started.
    ///
    /// @param told each line that it prints, on this thread
    static ToolProcess run(
            List<String> command,
            Path folder,
            Duration patience,
            StopSignal stop,
            Consumer<String> told)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var printed = new StringBuilder();
        var deadline = new Deadline(process, patience);
        try (deadline;
                var _ = stop.whenRequested(() -> kill(process));
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8))) {
            read(lines, printed, told);
            // Not killed before: it may still be on its way out.
            int _ = process.waitFor();
        } catch (IOException e) {
            // A process that was killed closes its end at any moment.
            if (!stop.isRequested() && !deadline.isMissed()) {
                throw e;
            }
        } finally {
            kill(process);
        }
        int status = process.waitFor();
        if (deadline.isMissed()) {
            printed.append("Ended after ").append(patience.toMinutes()).append(" minutes.\n");
        }
        return new ToolProcess(status, printed.toString());
    }

    private static void read(BufferedReader lines, StringBuilder printed, Consumer<String> told)
            throws IOException {
        String line = lines.readLine();
        while (line != null) {
            told.accept(line);
            printed.append(line).append('\n');
            if (printed.length() > MOST) {
                printed.delete(0, printed.length() - MOST);
            }
            line = lines.readLine();
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
