package dev.pareto.workbench;

import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.source.SourceText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The texts of a program's variants. The baseline is the own code as it was read last; what the
/// user's folder holds may have moved on since, by keeping a variant.
final class Sources {
    private final State state;
    private final Set<String> left;
    private volatile SourceFiles code;
    private volatile String kept;

    /// @param left out of own code, as [SourceFiles] wants it
    Sources(State state, SourceFiles code, Set<String> left) {
        this.state = state;
        this.code = code;
        this.left = left;
        this.kept = code.hash();
    }

    Set<String> leftOut() {
        return left;
    }

    SourceFiles code() {
        return code;
    }

    Variant variant(String id) {
        return state.snapshot()
                .variant(id)
                .orElseThrow(() -> new IllegalArgumentException("No variant " + id));
    }

    /// A file of a variant; empty where it has none of that path.
    Optional<SourceText> text(Variant variant, String path) throws ProblemException {
        Optional<SourceText> original = code.text(path);
        return variant.change(path)
                .map(
                        changed ->
                                original.map(o -> o.withText(changed))
                                        .orElseGet(() -> SourceText.of(path, changed)))
                .or(() -> original);
    }

    /// All files of a variant that are text.
    List<SourceText> texts(Variant variant) throws ProblemException {
        Map<String, SourceText> texts = new TreeMap<>();
        code.texts().forEach(text -> texts.put(text.path(), text));
        for (String path : variant.changes().keySet()) {
            texts.put(path, text(variant, path).orElseThrow());
        }
        return new ArrayList<>(texts.values());
    }

    Difference difference(Variant before, Variant after) throws ProblemException {
        Map<String, SourceText> left = new LinkedHashMap<>();
        Map<String, SourceText> right = new LinkedHashMap<>();
        Set<String> paths = new TreeSet<>(before.changes().keySet());
        paths.addAll(after.changes().keySet());
        for (String path : paths) {
            Optional<SourceText> one = text(before, path);
            Optional<SourceText> other = text(after, path);
            if (!one.equals(other)) {
                one.ifPresent(text -> left.put(path, text));
                other.ifPresent(text -> right.put(path, text));
            }
        }
        return new Difference(left, right);
    }

    /// Reads the folder again. If somebody else changed it, that is the baseline from now on, and
    /// what was measured before is not shown any more.
    SourceFiles refresh() throws ProblemException {
        Program program = state.snapshot().program();
        SourceFiles disk = SourceFiles.read(program.root(), left);
        if (!disk.hash().equals(code.hash()) && !disk.hash().equals(kept)) {
            code = disk;
            kept = disk.hash();
            List<String> files = files(disk, program);
            state.update(snapshot -> snapshot.withFiles(files));
        }
        return disk;
    }

    static List<String> files(SourceFiles code, Program program) {
        return code.files(
                Entries.files(program.target()).stream()
                        .filter(code.readings()::containsKey)
                        .findFirst());
    }

    /// What must be changed in the folder as it is now, to have this variant.
    Variant prepared(String id) throws ProblemException {
        SourceFiles disk = refresh();
        return over(disk, variant(id));
    }

    /// The same variant, as changes over what the folder holds.
    Variant over(SourceFiles disk, Variant variant) throws ProblemException {
        if (disk.hash().equals(code.hash())) {
            return variant;
        }
        Map<String, String> changes = new TreeMap<>();
        for (SourceText wanted : texts(variant)) {
            String there = disk.text(wanted.path()).map(SourceText::text).orElse(null);
            if (!Objects.equals(there, wanted.text())) {
                changes.put(wanted.path(), wanted.text());
            }
        }
        return new Variant(
                variant.id(), variant.name(), variant.parent(), variant.origin(), changes);
    }

    /// Notes that we wrote into the folder ourselves.
    void wrote(SourceFiles disk) {
        kept = disk.hash();
    }
}
