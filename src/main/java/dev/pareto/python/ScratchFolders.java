package dev.pareto.python;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Private folders below the system's folder for temporary files, or below PARETO_SCRATCH.
final class ScratchFolders {
    private ScratchFolders() {}

    /// A new folder that only this user can enter.
    static Path create(String prefix) throws IOException {
        String chosen = System.getenv("PARETO_SCRATCH");
        // The JDK makes temporary folders with mode 0700 where the file system has modes. The real
        // path, so that what a program sees as its own path begins with it.
        return (chosen == null || chosen.isBlank()
                        ? Files.createTempDirectory(prefix)
                        : Files.createTempDirectory(
                                Files.createDirectories(Path.of(chosen)), prefix))
                .toRealPath();
    }

    /// Removes a folder with everything in it, as far as possible; what a program left may refuse.
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Delete());
        } catch (IOException e) {
            // Left to the system, which clears temporary files.
        }
    }

    private static final class Delete extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            open(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path folder, @org.jspecify.annotations.Nullable IOException failure) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // Not empty, since something in it could not be removed.
            }
            return FileVisitResult.CONTINUE;
        }

        /// A program may have locked a folder against itself.
        private static void open(Path folder) throws IOException {
            var view =
                    Files.getFileAttributeView(
                            folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (view != null && !Files.isWritable(folder)) {
                try {
                    view.setPermissions(PosixFilePermissions.fromString("rwx------"));
                } catch (NoSuchFileException e) {
                    // Gone meanwhile.
                }
            }
        }
    }
}
