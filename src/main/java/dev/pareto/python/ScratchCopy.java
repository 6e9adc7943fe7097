package dev.pareto.python;

import dev.pareto.python.RootContents.Entry;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A copy in which programs run, and a clean one beside it from which it is put back.
///
/// Nothing here follows a link: what a program made of the copy leads nowhere else.
final class ScratchCopy {
    private final Path top;
    private final Path clean;

    /// What belongs there, by its absolute path; parents first.
    private final Map<Path, Entry> expected = new LinkedHashMap<>();

    private final Map<Path, Path> cleanFiles = new HashMap<>();
    private final Map<Path, FileStamp> stamps = new HashMap<>();

    /// @param top the folder that programs may write in
    /// @param clean takes the clean copy; no program knows of it
    ScratchCopy(Path top, Path clean) throws IOException {
        this.top = Files.createDirectories(top);
        this.clean = Files.createDirectories(clean);
    }

    /// Adds a thing that belongs there; its parent must have been added.
    ///
    /// @param place below the top
    void add(Path place, Entry entry) throws IOException {
        if (entry instanceof Entry.Plain plain) {
            Path kept = keep(place);
            // No hard links, and copied as cheaply as the file system can.
            Files.copy(plain.from(), kept, StandardCopyOption.COPY_ATTRIBUTES);
        }
        expected.put(place, entry);
        restore(place);
    }

    /// Adds a file with this content, or gives the one that is there this content.
    void add(Path place, Path path, byte[] content) throws IOException {
        Files.deleteIfExists(place);
        Path kept = cleanFiles.containsKey(place) ? cleanFiles.get(place) : keep(place);
        Files.deleteIfExists(kept);
        Files.write(kept, content);
        expected.put(place, new Entry.Plain(path, kept, content.length));
        restore(place);
    }

    private Path keep(Path place) {
        Path kept = clean.resolve(Integer.toString(cleanFiles.size()));
        cleanFiles.put(place, kept);
        return kept;
    }

    boolean contains(Path place) {
        return expected.containsKey(place);
    }

    /// All files that belong there.
    List<Path> files() {
        return List.copyOf(cleanFiles.keySet());
    }

    /// Notes how a file is now, after something harmless was done to it.
    void accept(Path place) throws IOException {
        stamps.put(place, FileStamp.of(place));
    }

    /// What is not as it was: absolute path → created, changed or gone. Byte code and other caches
    /// are left out.
    Map<Path, State> changes() throws IOException {
        var changes = new LinkedHashMap<Path, State>();
        var seen = new ArrayList<Path>();
        walk(
                new Visitor() {
                    @Override
                    public FileVisitResult folder(Path folder) {
                        seen.add(folder);
                        return ProgramFiles.isCache(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public void file(Path file) {
                        seen.add(file);
                        if (!contains(file)) {
                            changes.put(file, State.CREATED);
                        } else if (!isClean(file)) {
                            changes.put(file, State.CHANGED);
                        }
                    }
                });
        var gone = new LinkedHashMap<>(expected);
        seen.forEach(gone::remove);
        gone.forEach(
                (place, entry) -> {
                    if (!(entry instanceof Entry.Folder)) {
                        changes.putIfAbsent(place, State.GONE);
                    }
                });
        return changes;
    }

    /// How a file differs from what was there.
    enum State {
        CREATED,
        CHANGED,
        GONE
    }

    /// Puts everything back. Byte code stays where its source belongs there.
    void reset() throws IOException {
        var surplus = new ArrayList<Path>();
        walk(
                new Visitor() {
                    @Override
                    public FileVisitResult folder(Path folder) {
                        if (expected.get(folder) instanceof Entry.Folder
                                || folder.equals(top)
                                || folder.endsWith("__pycache__")) {
                            return FileVisitResult.CONTINUE;
                        }
                        surplus.add(folder);
                        return FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public void file(Path file) {
                        if (!isKeptByteCode(file) && !(contains(file) && isClean(file))) {
                            surplus.add(file);
                        }
                    }
                });
        surplus.forEach(ScratchFolders::delete);
        for (Path place : expected.keySet()) {
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                restore(place);
            }
        }
    }

    private boolean isKeptByteCode(Path file) {
        Optional<Path> source =
                ByteCode.isByteCode(file) ? ByteCode.source(file) : Optional.empty();
        return source.filter(this::contains).isPresent();
    }

    private boolean isClean(Path file) {
        try {
            return switch (expected.get(file)) {
                case Entry.Plain _ -> FileStamp.of(file).equals(stamps.get(file));
                case Entry.Link(Path _, Path target) ->
                        Files.isSymbolicLink(file) && Files.readSymbolicLink(file).equals(target);
                case Entry.Folder _ -> false;
                case null -> false;
            };
        } catch (IOException e) {
            return false;
        }
    }

    private void restore(Path place) throws IOException {
        switch (expected.get(place)) {
            case Entry.Folder _ -> Files.createDirectories(place);
            case Entry.Link(Path _, Path target) -> Files.createSymbolicLink(place, target);
            case Entry.Plain _ -> {
                Path kept = cleanFiles.get(place);
                if (kept != null) {
                    Files.copy(kept, place, StandardCopyOption.COPY_ATTRIBUTES);
                    accept(place);
                }
            }
            case null -> throw new IllegalArgumentException("nothing belongs at " + place);
        }
    }

    private interface Visitor {
        FileVisitResult folder(Path folder);

        void file(Path file);
    }

    private void walk(Visitor visitor) throws IOException {
        Files.createDirectories(top);
        Files.walkFileTree(
                top,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        boolean _ = ScratchFolders.open(folder);
                        return visitor.folder(folder);
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        visitor.file(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure)
                            throws IOException {
                        if (ScratchFolders.open(file)) {
                            Files.walkFileTree(file, this);
                        } else {
                            visitor.file(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
