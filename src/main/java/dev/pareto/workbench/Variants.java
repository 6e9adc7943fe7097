package dev.pareto.workbench;

import dev.pareto.advice.Suggestion;
import dev.pareto.program.Variant;
import dev.pareto.program.Variant.Origin;
import dev.pareto.source.SourceText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes variants out of variants. A variant that was measured, and the baseline, are never
/// changed: an edit of one of these is a new variant.
final class Variants {
    private final State state;
    private final Sources sources;
    private final Store store;
    private final Map<String, Variant> removed = new HashMap<>();

    Variants(State state, Sources sources, Store store) {
        this.state = state;
        this.sources = sources;
        this.store = store;
    }

    Variant branch(String id) throws ProblemException {
        Variant parent = sources.variant(id);
        return add(free("edit of " + parent.name()), id, Origin.EDIT, parent.changes());
    }

    /// Applies a suggestion; the same one on the same parent is the variant that it gave before.
    Variant apply(String parentId, Suggestion suggestion) throws ProblemException {
        Variant parent = sources.variant(parentId);
        Map<String, String> changes = new TreeMap<>(parent.changes());
        changes.putAll(suggestion.changes());
        Optional<Variant> same =
                state.snapshot().variants().stream()
                        .filter(v -> v.origin() == Origin.ADVICE)
                        .filter(v -> parentId.equals(v.parent()) && v.changes().equals(changes))
                        .findFirst();
        return same.isPresent()
                ? same.get()
                : add(free(suggestion.rule().replace('-', ' ')), parentId, Origin.ADVICE, changes);
    }

    /// A variant whose changes come from elsewhere, as from another file.
    Variant adopt(String name, Map<String, String> changes) throws ProblemException {
        return add(free(name), Variant.BASELINE_ID, Origin.EDIT, changes);
    }

    Variant edit(String id, String path, String text) throws ProblemException {
        Variant variant = sources.variant(id);
        Map<String, String> changes = new TreeMap<>(variant.changes());
        Optional<SourceText> original = sources.code().text(checked(path));
        if (original.isPresent() && !original.get().withText(text).isEncodable()) {
            throw Problems.usage(
                    "%s cannot hold this text.".formatted(path),
                    "Its encoding, %s, lacks one of the characters."
                            .formatted(original.get().encoding().charset()),
                    "Take the character out, or save the file as UTF-8 first.",
                    "");
        }
        if (original.isPresent() && original.get().text().equals(text)) {
            changes.remove(path);
        } else {
            changes.put(path, text);
        }
        if (changes.equals(variant.changes())) {
            return variant;
        }
        if (variant.origin() != Origin.EDIT || isMeasured(id)) {
            return add(free("edit of " + variant.name()), id, Origin.EDIT, changes);
        }
        return replace(
                new Variant(id, variant.name(), variant.parent(), variant.origin(), changes));
    }

    private static String checked(String path) {
        boolean inside =
                path.endsWith(".py")
                        && !path.startsWith("/")
                        && !path.contains("\\")
                        && !List.of(path.split("/", -1)).contains("..");
        if (!inside) {
            throw new IllegalArgumentException("Not a Python file under the root: " + path);
        }
        return path;
    }

    private boolean isMeasured(String id) {
        Snapshot now = state.snapshot();
        boolean isReference =
                now.trials().values().stream().anyMatch(trial -> trial.reference().equals(id));
        return isReference
                || now.profile(id).isPresent()
                || now.trial(id).isPresent()
                || now.adviceFor(id).isPresent();
    }

    Variant rename(String id, String name) throws ProblemException {
        Variant variant = sources.variant(id);
        if (variant.isBaseline() || name.isBlank()) {
            return variant;
        }
        return replace(
                new Variant(
                        id, name.strip(), variant.parent(), variant.origin(), variant.changes()));
    }

    void remove(String id) throws ProblemException {
        Variant variant = sources.variant(id);
        if (variant.isBaseline()) {
            throw new IllegalArgumentException("The baseline stays");
        }
        removed.put(id, variant);
        state.update(
                now ->
                        now.withVariants(
                                        now.variants().stream()
                                                .filter(v -> !v.id().equals(id))
                                                .toList())
                                .withPinned(
                                        now.pinned().equals(id)
                                                ? Variant.BASELINE_ID
                                                : now.pinned()));
        store.removed(id, true);
    }

    /// Takes a removal of this session back.
    void restore(String id) throws ProblemException {
        Variant variant = removed.remove(id);
        if (variant != null) {
            state.update(now -> now.withVariants(sorted(now.variants(), variant)));
            store.removed(id, false);
        }
    }

    private static List<Variant> sorted(List<Variant> variants, Variant back) {
        List<Variant> all = new ArrayList<>(variants);
        int at = 1;
        while (at < all.size() && isOlder(all.get(at).id(), back.id())) {
            at++;
        }
        all.add(at, back);
        return all;
    }

    /// Letters are given in order: A to Z, then AA.
    private static boolean isOlder(String id, String other) {
        return id.length() != other.length()
                ? id.length() < other.length()
                : id.compareTo(other) < 0;
    }

    void pin(String id) {
        String known = sources.variant(id).id();
        state.update(now -> now.withPinned(known));
    }

    private Variant add(String name, String parent, Origin origin, Map<String, String> changes)
            throws ProblemException {
        Variant fresh = new Variant(store.nextId(name), name, parent, origin, changes);
        state.update(
                now -> {
                    List<Variant> all = new ArrayList<>(now.variants());
                    all.add(fresh);
                    return now.withVariants(all);
                });
        keep(fresh);
        return fresh;
    }

    private Variant replace(Variant changed) throws ProblemException {
        state.update(
                now ->
                        now.withVariants(
                                now.variants().stream()
                                        .map(v -> v.id().equals(changed.id()) ? changed : v)
                                        .toList()));
        keep(changed);
        return changed;
    }

    /// The history holds variants as changes over what the folder holds, which is what the next
    /// session begins with.
    void keep(Variant variant) throws ProblemException {
        store.save(
                sources.over(sources.refresh(), variant),
                state.snapshot().variants().indexOf(variant));
    }

    private String free(String name) {
        List<String> taken = state.snapshot().variants().stream().map(Variant::name).toList();
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + " " + number;
        }
        return free;
    }
}
