package dev.pareto.ui.main;

import dev.pareto.ui.fx.Messages;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// The main screen: puts the features where they belong, and gives them less where there is less.
final class WorkbenchController {
    /// Below this width the files and the lesson are a strip.
    private static final double SMALL = 1200;

    private static final double LEFT = 264;
    private static final double RIGHT = 432;
    private static final double RIGHT_SMALL = 304;
    private static final double STRIP = 40;
    private static final double BOTTOM = 236;
    private static final double BOTTOM_SMALL = 168;

    private final Parts parts;
    private final Consumer<Runnable> later;

    @FXML private VBox root;
    @FXML private StackPane program;
    @FXML private SplitPane rows;
    @FXML private SplitPane columns;
    @FXML private VBox left;
    @FXML private StackPane files;
    @FXML private StackPane lesson;
    @FXML private StackPane code;
    @FXML private VBox insightBox;
    @FXML private StackPane profiles;
    @FXML private TabPane insight;
    @FXML private StackPane variants;

    private boolean arranged;
    private boolean wasSmall;

    /// @param later has something done when the layout that is under way is over
    WorkbenchController(Parts parts, Consumer<Runnable> later) {
        this.parts = parts;
        this.later = later;
    }

    @FXML
    void initialize() {
        program.getChildren().setAll(parts.program());
        files.getChildren().setAll(parts.files());
        lesson.getChildren().setAll(parts.lesson());
        code.getChildren().setAll(parts.code());
        variants.getChildren().setAll(parts.variants());
        profiles.getChildren().setAll(parts.profiles());
        profiles.managedProperty().bind(parts.profiles().managedProperty());
        for (Parts.Page page : parts.pages()) {
            var tab = new Tab(Messages.text(page.title()), page.content());
            if (page.count() != null) {
                tab.textProperty()
                        .bind(Bindings.createStringBinding(() -> title(page), page.count()));
            }
            insight.getTabs().add(tab);
        }
        // A lesson needs room; without one the files have all of it.
        lesson.managedProperty().bind(parts.lesson().managedProperty());
        lesson.visibleProperty().bind(parts.lesson().managedProperty());
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(insightBox, false);
        SplitPane.setResizableWithParent(variants, false);
        VBox.setVgrow(rows, Priority.ALWAYS);
        parts.folded().subscribe(this::fold);
        columns.widthProperty().subscribe(this::arrange);
        rows.heightProperty().subscribe(this::arrange);
    }

    private static String title(Parts.Page page) {
        int count = page.count() == null ? 0 : page.count().get();
        return Messages.text(page.title()) + (count == 0 ? "" : "  " + count);
    }

    /// Gives every part its usual width, once the window has a size; and again when the window
    /// crosses the width from which on it is small.
    private void arrange() {
        double width = columns.getWidth();
        double height = rows.getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        boolean small = width < SMALL;
        if (!arranged || small != wasSmall) {
            arranged = true;
            wasSmall = small;
            parts.folded().set(small);
            later.accept(this::place);
        }
    }

    private void fold(boolean folded) {
        left.setMinWidth(folded ? STRIP : 180);
        left.setMaxWidth(folded ? STRIP : Double.MAX_VALUE);
        lesson.setOpacity(folded ? 0 : 1);
        lesson.setDisable(folded);
        if (arranged) {
            later.accept(this::place);
        }
    }

    /// A split pane moves its dividers itself while it is laid out with another size.
    private void place() {
        double width = columns.getWidth();
        double height = rows.getHeight();
        boolean small = width < SMALL;
        rows.setDividerPositions(1 - (small ? BOTTOM_SMALL : BOTTOM) / height);
        double leftWidth = parts.folded().get() ? STRIP : LEFT;
        columns.setDividerPositions(leftWidth / width, 1 - (small ? RIGHT_SMALL : RIGHT) / width);
    }

    /// Shows one of the pages on the right, by its title's key.
    void page(String title) {
        for (int i = 0; i < parts.pages().size(); i++) {
            if (parts.pages().get(i).title().equals(title)) {
                insight.getSelectionModel().select(i);
            }
        }
    }

    Node root() {
        return root;
    }
}
