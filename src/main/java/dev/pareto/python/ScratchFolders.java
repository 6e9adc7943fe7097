package dev.pareto.python;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// Private folders below the system's folder for temporary files, or below PARETO_SCRATCH.
final class ScratchFolders {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private ScratchFolders() {}

    /// A new folder that only this user can enter. The names of all that have the same prefix are
    /// of the same length: the length of a path changes what a program costs.
    static Path create(String prefix) throws IOException {
        String chosen = System.getenv("PARETO_SCRATCH");
        Path parent =
                chosen == null || chosen.isBlank()
                        ? Path.of(System.getProperty("java.io.tmpdir"))
                        : Files.createDirectories(Path.of(chosen));
        // The real path, so that what a program sees as its own path begins with it.
        Path folder = parent.toRealPath().resolve(prefix + "%016x".formatted(RANDOM.nextLong()));
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(folder, PRIVATE)
                : Files.createDirectory(folder);
    }

    /// Removes a folder with everything in it, as far as possible; what a program left may refuse.
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Delete());
        } catch (IOException e) {
            // Left to the system, which clears temporary files.
        }
    }

    /// Opens a folder that a program locked against itself. False when there was nothing to open.
    static boolean open(Path folder) throws IOException {
        boolean isLocked =
                Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && !(Files.isReadable(folder)
                                && Files.isWritable(folder)
                                && Files.isExecutable(folder));
        // The JDK cannot do it without following links, since it would have to open the folder. We
        // have just seen that it is no link, and the program is gone.
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view == null || !isLocked) {
            return false;
        }
        try {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            return Files.isReadable(folder);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static final class Delete extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            boolean _ = open(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (open(file)) {
                Files.walkFileTree(file, this);
            }
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
    }
}
