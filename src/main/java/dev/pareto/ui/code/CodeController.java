package dev.pareto.ui.code;

import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.fx.Views;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Binds the editor: its tabs, the heads of its columns, and one [CodeEditor] for each open file.
public final class CodeController {
    private final CodeViewModel model;
    private final CodeActions asks;
    private final Actions actions;
    private final Editors editors;
    private final FindController find;
    private final CodeHead head = new CodeHead();

    @FXML private VBox root;
    @FXML private ScrollPane tabScroll;
    @FXML private HBox tabs;
    @FXML private Label hotWords;
    @FXML private Label hotShare;
    @FXML private Label hotOf;
    @FXML private MenuButton variant;
    @FXML private VBox bars;
    @FXML private StackPane headPlace;
    @FXML private StackPane content;
    @FXML private Label empty;

    private @Nullable CodeEditor shown;
    private GutterLayout layout = new GutterLayout(true);
    private boolean following;

    public CodeController(CodeViewModel model, CodeActions asks, Actions actions, Jobs jobs) {
        this.model = model;
        this.asks = asks;
        this.actions = actions;
        this.editors = new Editors(model, asks.edited(), jobs, this::onNewEditor);
        this.find = new FindController(() -> shown, actions);
    }

    @FXML
    void initialize() {
        model.attach(editors);
        headPlace.getChildren().setAll(head);
        bars.getChildren()
                .setAll(Views.load(find), Views.load(new GoToLineController(() -> shown, actions)));
        var _ = new VariantChooser(model, variant, this::choose);
        model.files().addListener((ListChangeListener<OpenFile>) _ -> fillTabs());
        model.placeProperty().subscribe(this::onPlace);
        model.hotLineProperty().subscribe(this::showHotLine);
        root.widthProperty().subscribe(w -> setLayout(w.doubleValue() >= GutterLayout.SMALL));
        actions.set(Action.NEXT_HOTSPOT, () -> model.hotspot(1));
        actions.set(Action.PREVIOUS_HOTSPOT, () -> model.hotspot(-1));
        actions.set(Action.COMMENT, this::comment);
        actions.set(Action.CLOSE_TAB, () -> current().ifPresent(f -> model.close(f.path())));
        actions.set(Action.NEXT_TAB, () -> turn(1));
        actions.set(Action.PREVIOUS_TAB, () -> turn(-1));
        root.setOnDragOver(this::onDragOver);
        root.setOnDragDropped(this::onDropped);
        fillTabs();
    }

    private void onNewEditor(CodeEditor editor) {
        var area = editor.area();
        editor.setLayout(layout);
        area.setContextMenu(CodeMenu.of(area, actions, model::caretFigures, asks.profile()));
        area.currentParagraphProperty().subscribe(_ -> onCaret(editor));
        area.caretColumnProperty().subscribe(_ -> onCaret(editor));
        // What is elsewhere may need the text.
        area.focusedProperty().subscribe((_, focused) -> flushUnless(focused));
        editor.file().heatVersionProperty().subscribe(_ -> showHead());
        editor.file().textProperty().subscribe(_ -> followPlace());
        editor.file().problemProperty().subscribe(_ -> showEmpty());
    }

    private void flushUnless(boolean focused) {
        if (!focused) {
            model.flush();
        }
    }

    private void choose(String id) {
        model.flush();
        asks.variant().accept(id);
    }

    private void comment() {
        if (shown != null) {
            EditingKeys.comment(shown.area());
        }
    }

    private void turn(int step) {
        List<OpenFile> all = model.files();
        current()
                .map(all::indexOf)
                .ifPresent(
                        i ->
                                model.placeProperty()
                                        .set(
                                                lastPlace(
                                                        all.get(
                                                                Math.floorMod(
                                                                        i + step, all.size())))));
    }

    /// Where the caret of a tab is.
    private CodePlace lastPlace(OpenFile file) {
        return new CodePlace(file.path(), editors.of(file).area().getCurrentParagraph() + 1);
    }

    private Optional<OpenFile> current() {
        return Optional.ofNullable(shown).map(CodeEditor::file);
    }

    private void fillTabs() {
        editors.prune();
        tabs.getChildren()
                .setAll(
                        model.files().stream()
                                .map(
                                        file ->
                                                new CodeTab(
                                                        file,
                                                        () ->
                                                                model.placeProperty()
                                                                        .set(lastPlace(file)),
                                                        () -> model.close(file.path())))
                                .toList());
        markTabs();
        showEmpty();
    }

    private void markTabs() {
        // From the first at the left to the last at the right, so the one that is here is in view.
        current()
                .map(model.files()::indexOf)
                .ifPresent(i -> tabScroll.setHvalue(i / Math.max(1.0, model.files().size() - 1.0)));
        tabs.getChildren()
                .forEach(
                        node -> {
                            if (node instanceof CodeTab tab) {
                                tab.setHere(current().filter(tab.file()::equals).isPresent());
                                tab.setCloses(model.files().size() > 1);
                            }
                        });
    }

    private void onPlace(@Nullable CodePlace place) {
        Optional<OpenFile> file = place == null ? Optional.empty() : model.file(place.path());
        CodeEditor wanted = file.map(editors::of).orElse(null);
        if (wanted != shown) {
            shown = wanted;
            content.getChildren().setAll(wanted == null ? List.of() : List.of(wanted));
            markTabs();
            find.follow();
        }
        followPlace();
        showEmpty();
        showHead();
        model.updateHotLine();
    }

    /// Brings the caret to where the model is.
    private void followPlace() {
        CodePlace place = model.placeProperty().get();
        CodeEditor editor = shown;
        if (editor != null
                && place != null
                && place.path().equals(editor.file().path())
                && editor.file().textProperty().get() != null
                && editor.area().getCurrentParagraph() + 1 != place.line()) {
            following = true;
            editor.go(place.line());
            following = false;
        }
    }

    private void onCaret(CodeEditor editor) {
        if (editor == shown) {
            model.setColumn(editor.area().getCaretColumn() + 1);
            head.setFunction(editor.function());
            var here = new CodePlace(editor.file().path(), editor.area().getCurrentParagraph() + 1);
            // While a text is being put in, the caret is not where anybody wants it.
            if (!following && editor.isReady() && !here.equals(model.placeProperty().get())) {
                model.placeProperty().set(here);
            }
        }
    }

    private void showHead() {
        if (shown != null) {
            head.show(shown.file().heat().kind());
            head.setFunction(shown.function());
        }
    }

    private void showHotLine(@Nullable HotLine line) {
        hotWords.setVisible(line != null);
        hotShare.setVisible(line != null);
        hotOf.setVisible(line != null);
        if (line != null) {
            String key = line.stale() ? "stale" : line.kind().name().toLowerCase(Locale.ROOT);
            hotWords.setText(Messages.text("code.line." + key, Integer.toString(line.line())));
            hotShare.setText(line.share());
        }
    }

    private void showEmpty() {
        var problem = current().map(f -> f.problemProperty().get());
        boolean nothing = shown == null || problem.isPresent();
        empty.setVisible(nothing);
        content.setVisible(!nothing);
        headPlace.setVisible(!nothing);
        empty.setText(problem.map(p -> p.text()).orElse(Messages.text("code.empty")));
    }

    private void setLayout(boolean wide) {
        layout = new GutterLayout(wide);
        head.setLayout(layout);
        model.files().forEach(file -> editors.of(file).setLayout(layout));
    }

    private void onDragOver(DragEvent event) {
        if (dropped(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void onDropped(DragEvent event) {
        Optional<Path> file = dropped(event);
        file.ifPresent(asks.dropped());
        event.setDropCompleted(file.isPresent());
        event.consume();
    }

    private static Optional<Path> dropped(DragEvent event) {
        return Objects.requireNonNullElse(event.getDragboard().getFiles(), List.<java.io.File>of())
                .stream()
                .filter(f -> f.getName().endsWith(".py"))
                .map(java.io.File::toPath)
                .findFirst();
    }
}
