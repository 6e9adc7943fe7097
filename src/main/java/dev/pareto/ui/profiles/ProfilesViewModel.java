package dev.pareto.ui.profiles;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Which profiles there are, which one is shown, and which one it is set against. JavaFX thread.
public final class ProfilesViewModel {
    private final ReadOnlyObjectWrapper<List<ShownProfile>> own =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ShownProfile>> others =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ShownProfile>> files =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable ShownProfile> shown = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ShownProfile> against = new SimpleObjectProperty<>();
    private String variant = "";

    /// Shows the profiles of a program. A profile that was not there before is turned to; else what
    /// was looked at stays.
    ///
    /// @param looked id of the variant that is looked at; @param mine its profiles, the one to
    ///   begin with first; @param rest those of other variants
    public void show(String looked, List<ShownProfile> mine, List<ShownProfile> rest) {
        boolean turned = !looked.equals(variant);
        List<ShownProfile> before = own.get();
        variant = looked;
        own.set(List.copyOf(mine));
        others.set(List.copyOf(rest));
        ShownProfile now = shown.get();
        ShownProfile fresh =
                mine.stream().filter(one -> !before.contains(one)).findFirst().orElse(null);
        boolean isFile = now != null && files.get().contains(now);
        boolean gone = now == null || !(isFile || mine.contains(now));
        if (turned || (gone && fresh == null)) {
            shown.set(mine.isEmpty() ? null : mine.getFirst());
        } else if (fresh != null) {
            shown.set(fresh);
        }
        keepReference();
    }

    /// What the shown one is set against may be gone, or have become the shown one itself.
    private void keepReference() {
        ShownProfile reference = against.get();
        if (reference != null && !references().contains(reference)) {
            against.set(
                    references().stream()
                            .filter(one -> one.title().equals(reference.title()))
                            .findFirst()
                            .orElse(null));
        }
    }

    /// Forgets the program's profiles; opened files stay.
    public void clear() {
        show("", List.of(), List.of());
        if (shown.get() == null && !files.get().isEmpty()) {
            shown.set(files.get().getLast());
        }
    }

    /// Shows a profile from a file.
    public void open(ShownProfile file) {
        List<ShownProfile> all = new ArrayList<>(files.get());
        all.removeIf(one -> one.name().equals(file.name()));
        all.add(file);
        files.set(List.copyOf(all));
        look(file);
    }

    /// Looks at a profile.
    void look(ShownProfile profile) {
        shown.set(profile);
        keepReference();
    }

    /// Those that can be looked at.
    List<ShownProfile> choices() {
        return join(own.get(), files.get());
    }

    /// Those that the shown one can be set against.
    List<ShownProfile> references() {
        List<ShownProfile> all = join(join(own.get(), others.get()), files.get());
        ShownProfile now = shown.get();
        return all.stream().filter(one -> !one.equals(now)).toList();
    }

    private static List<ShownProfile> join(List<ShownProfile> some, List<ShownProfile> more) {
        List<ShownProfile> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /// A profile to set the shown one against, the likeliest first: of another variant by the same
    /// engine; null where there is none.
    public @Nullable ShownProfile likelyReference() {
        ShownProfile now = shown.get();
        List<ShownProfile> all = references();
        return all.stream()
                .filter(one -> now != null && !one.of().equals(now.of()))
                .filter(one -> now != null && one.profile().engine() == now.profile().engine())
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    /// Called when what can be chosen has changed.
    void onChoices(Runnable changed) {
        own.subscribe(_ -> changed.run());
        others.subscribe(_ -> changed.run());
        files.subscribe(_ -> changed.run());
        shown.subscribe(_ -> changed.run());
        against.subscribe(_ -> changed.run());
    }

    /// The profile that the views show; null where there is none.
    public ObjectProperty<@Nullable ShownProfile> shownProperty() {
        return shown;
    }

    /// What it is set against; null for nothing.
    public ObjectProperty<@Nullable ShownProfile> againstProperty() {
        return against;
    }

    /// The profiles that were opened from files.
    public ReadOnlyObjectProperty<List<ShownProfile>> filesProperty() {
        return files.getReadOnlyProperty();
    }
}
