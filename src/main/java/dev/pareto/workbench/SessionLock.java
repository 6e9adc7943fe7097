package dev.pareto.workbench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Only one window changes the variants of a program. The system lets go of the lock when the
/// process ends, however it ends.
record SessionLock(FileChannel channel, FileLock lock) implements AutoCloseable {
    /// @throws ProblemException when another window has the program open
    static SessionLock take(Path folder, String programKey, String label) throws ProblemException {
        // A short, stable file name for a key that holds paths.
        String name = UUID.nameUUIDFromBytes(programKey.getBytes(StandardCharsets.UTF_8)) + ".lock";
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(name),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            @Nullable FileLock lock = tryLock(channel);
            if (lock != null) {
                return new SessionLock(channel, lock);
            }
            channel.close();
        } catch (IOException e) {
            throw Problems.internal(
                    "The data folder " + folder + " cannot be written.",
                    "Pareto keeps there which programs are open.",
                    "Make it writable, or set PARETO_DATA to another folder.",
                    e.toString());
        }
        throw Problems.usage(
                label + " is already open in another window of Pareto.",
                "Two windows would overwrite each other's variants.",
                "Go to that window, or close the program there first.",
                "");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            // The system lets go of it with the process.
        }
    }
}
