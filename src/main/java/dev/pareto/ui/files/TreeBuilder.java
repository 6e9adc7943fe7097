package dev.pareto.ui.files;

import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Share;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Snapshot;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes the tree out of the paths of own code and the profile's lines.
final class TreeBuilder {
    private static final Comparator<FileTree> ORDER =
            Comparator.comparing((FileTree t) -> t.row().kind() == FileRow.Kind.FILE)
                    .thenComparing(t -> t.row().name());

    private final Snapshot snapshot;
    private final @Nullable ProfileReport report;
    private final boolean stale;
    private final Set<String> changed;
    private final Map<String, Double> seconds = new HashMap<>();

    /// @param report the profile whose heat is shown; null where there is none
    TreeBuilder(Snapshot snapshot, String variant, @Nullable ProfileReport report) {
        this.snapshot = snapshot;
        this.report = report;
        this.stale = report != null && !report.variant().equals(variant);
        this.changed = snapshot.variant(variant).map(v -> v.changes().keySet()).orElse(Set.of());
        if (report != null) {
            for (LineCost line : report.profile().lines()) {
                if (line.file().isOwn()) {
                    seconds.merge(line.file().path(), line.self().wall().seconds(), Double::sum);
                }
            }
        }
    }

    /// The root with all below it, and behind it start-up where that was measured.
    List<FileTree> all() {
        Path root = snapshot.program().root();
        String name = root.getFileName() == null ? root.toString() : root.getFileName().toString();
        List<FileTree> top = new ArrayList<>();
        top.add(folder(FileRow.Kind.ROOT, name, "", snapshot.files()));
        if (report != null && report.profile().startup().seconds() > 0) {
            Profile profile = report.profile();
            top.add(
                    new FileTree(
                            new FileRow(
                                    FileRow.Kind.STARTUP,
                                    Messages.text("files.startup"),
                                    "",
                                    Share.of(profile.startup().seconds(), profile.wall().seconds()),
                                    false,
                                    stale),
                            List.of()));
        }
        return top;
    }

    /// @param paths of all files below it, under the root
    private FileTree folder(FileRow.Kind kind, String name, String path, List<String> paths) {
        String prefix = path.isEmpty() ? "" : path + "/";
        Map<String, List<String>> folders = new TreeMap<>();
        List<FileTree> children = new ArrayList<>();
        for (String each : paths) {
            String rest = each.substring(prefix.length());
            int slash = rest.indexOf('/');
            if (slash < 0) {
                children.add(
                        new FileTree(row(FileRow.Kind.FILE, rest, each, List.of(each)), List.of()));
            } else {
                folders.computeIfAbsent(rest.substring(0, slash), _ -> new ArrayList<>()).add(each);
            }
        }
        folders.forEach(
                (folder, below) ->
                        children.add(folder(FileRow.Kind.FOLDER, folder, prefix + folder, below)));
        children.sort(ORDER);
        return new FileTree(row(kind, name, path, paths), children);
    }

    private FileRow row(FileRow.Kind kind, String name, String path, List<String> files) {
        boolean isChanged = files.stream().anyMatch(changed::contains);
        return new FileRow(kind, name, path, share(files), isChanged, stale);
    }

    private @Nullable Share share(List<String> files) {
        if (report == null) {
            return null;
        }
        double sum = files.stream().mapToDouble(f -> seconds.getOrDefault(f, 0.0)).sum();
        return Share.of(sum, report.profile().wall().seconds());
    }

    /// The profile of the variant, or of the nearest that it grew out of; null where none has one.
    static @Nullable ProfileReport measured(Snapshot snapshot, String variant) {
        @Nullable String id = variant;
        for (int steps = 0; id != null && steps <= snapshot.variants().size(); steps++) {
            ProfileReport report = snapshot.profiles().get(id);
            if (report != null) {
                return report;
            }
            id = snapshot.variant(id).map(Variant::parent).orElse(null);
        }
        return null;
    }
}
