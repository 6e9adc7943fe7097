package dev.pareto.python;

import dev.pareto.python.RootContents.Entry;
import dev.pareto.quantity.Bytes;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Looks through a root for what is to be copied. Reads folders, and no file.
///
/// Links: what leads to a place in the root leads to the same place in the copy. What leads out of
/// it is copied, so that nothing is ever written through it into the user's folders; a link out of
/// the root to nothing is left out for the same reason.
final class RootReader {
    /// More than any program; looking at a whole home folder would take minutes.
    private static final int MOST_ENTRIES = 200_000;

    private final Path root;
    private final Path realRoot;
    private final CopyOptions options;
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Path> entered = new ArrayDeque<>();
    private long size;

    private RootReader(Path root, CopyOptions options) throws IOException {
        this.root = root;
        this.options = options;
        realRoot = root.toRealPath();
    }

    /// @throws IOException when the root itself cannot be read
    static RootContents read(Path root, CopyOptions options) throws IOException {
        var reader = new RootReader(root, options);
        reader.children(reader.realRoot, Path.of(""));
        return new RootContents(
                reader.entries, new Bytes(reader.size), reader.entries.size() < MOST_ENTRIES);
    }

    private void children(Path folder, Path path) throws IOException {
        entered.push(folder);
        var children = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        children.sort(null);
        for (Path child : children) {
            if (entries.size() >= MOST_ENTRIES) {
                break;
            }
            try {
                one(child, path.resolve(child.getFileName()));
            } catch (IOException e) {
                // Not readable for us, so neither for the program; or gone meanwhile.
            }
        }
        entered.pop();
    }

    private void one(Path file, Path path) throws IOException {
        String name = ProgramFiles.slashed(path);
        if (options.leftOut().contains(name)) {
            return;
        }
        if (options.linked().contains(name)) {
            entries.add(new Entry.Link(path, file.toRealPath()));
            return;
        }
        var attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            link(file, path);
        } else {
            plain(file, path, attributes);
        }
    }

    private void plain(Path file, Path path, BasicFileAttributes attributes) throws IOException {
        if (attributes.isDirectory()) {
            if (!ProgramFiles.isLeftOut(file)) {
                folder(file, path);
            }
        } else if (attributes.isRegularFile() && Files.isReadable(file)) {
            size += attributes.size();
            entries.add(new Entry.Plain(path, file, attributes.size()));
        }
        // Sockets, devices and pipes are no part of a program.
    }

    private void folder(Path file, Path path) throws IOException {
        if (file.equals(realRoot)) {
            // Reached by a link to a folder above the root.
            entries.add(within(path, Path.of("")));
        } else {
            entries.add(new Entry.Folder(path));
            children(file, path);
        }
    }

    private void link(Path file, Path path) throws IOException {
        Path real;
        try {
            real = file.toRealPath();
        } catch (IOException e) {
            dangling(file, path);
            return;
        }
        if (real.startsWith(realRoot)) {
            entries.add(within(path, realRoot.relativize(real)));
        } else if (!entered.contains(real)) {
            plain(real, path, Files.readAttributes(real, BasicFileAttributes.class));
        }
    }

    private void dangling(Path file, Path path) throws IOException {
        Path aimed = file.resolveSibling(Files.readSymbolicLink(file)).normalize();
        for (Path top : List.of(root, realRoot)) {
            if (aimed.startsWith(top)) {
                entries.add(within(path, top.relativize(aimed)));
                return;
            }
        }
    }

    /// A link to another place of the copy.
    private static Entry within(Path path, Path target) {
        Path folder = path.getParent();
        Path from = folder == null ? Path.of("") : folder;
        Path relative = from.relativize(target);
        return new Entry.Link(path, relative.toString().isEmpty() ? Path.of(".") : relative);
    }
}
