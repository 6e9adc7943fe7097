package dev.pareto.ui.profiles;

import dev.pareto.ui.fx.Messages;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Binds the bar above the views of a profile: which one they show, and against which.
public final class ProfilesController {
    /// How the note of an engine begins whose package is missing.
    private static final String STAND_IN = "This is a stand-in";

    private final ProfilesViewModel model;
    private final ProfilesActions actions;

    @FXML private VBox root;
    @FXML private MenuButton shown;
    @FXML private Label hint;
    @FXML private Button install;
    @FXML private Label notes;
    @FXML private MenuButton against;
    @FXML private Button open;

    public ProfilesController(ProfilesViewModel model, ProfilesActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        open.setOnAction(_ -> actions.open().run());
        open.setTooltip(new Tooltip(Messages.text("profiles.open.tip")));
        install.setOnAction(_ -> actions.install().run());
        model.onChoices(this::refresh);
    }

    private void refresh() {
        ShownProfile now = model.shownProperty().get();
        ShownProfile reference = model.againstProperty().get();
        List<ShownProfile> references = model.references();
        present(root, now != null);
        boolean comparable = !references.isEmpty();
        present(against, comparable);
        hint.setText(
                now != null && now.profile().engine().traced()
                        ? Messages.text("profiles.traced")
                        : "");
        present(hint, !hint.getText().isEmpty());
        List<String> told = now == null ? List.of() : now.profile().notes();
        notes.setText(String.join(" ", told));
        present(notes, !told.isEmpty());
        present(install, told.stream().anyMatch(note -> note.startsWith(STAND_IN)));
        shown.setText(now == null ? "" : Messages.text("profiles.shown", now.name()));
        against.setText(
                reference == null
                        ? Messages.text("profiles.alone")
                        : Messages.text("profiles.against", reference.title()));
        shown.getItems()
                .setAll(
                        model.choices().stream()
                                .map(one -> item(one.title(), one.equals(now), one, model::look))
                                .toList());
        List<MenuItem> items = new ArrayList<>();
        items.add(
                item(
                        Messages.text("profiles.none"),
                        reference == null,
                        null,
                        model.againstProperty()::set));
        items.add(new SeparatorMenuItem());
        for (ShownProfile one : references) {
            items.add(item(one.title(), one.equals(reference), one, model.againstProperty()::set));
        }
        against.getItems().setAll(items);
    }

    private static void present(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /// What is in use is ticked; choosing it again does nothing but tick it again.
    private static <T extends @Nullable Object> MenuItem item(
            String words, boolean used, T value, Consumer<T> choose) {
        var item = new CheckMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(used);
        item.setOnAction(
                _ -> {
                    item.setSelected(used);
                    if (!used) {
                        choose.accept(value);
                    }
                });
        return item;
    }
}
