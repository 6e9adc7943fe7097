package dev.pareto.ui.main;

import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Look;
import dev.pareto.ui.fx.PathChooser;
import dev.pareto.ui.fx.ThreadJobs;
import dev.pareto.ui.fx.Toolkit;
import dev.pareto.workbench.Folders;
import dev.pareto.workbench.Workbench;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// The whole window on a workbench of its own, used as a person does: by what is written on it and
/// by keys.
final class OpenWindow implements AutoCloseable {
    private static final Path SCREENS = Path.of("target", "screens");

    private final Workbench workbench;
    private final ThreadJobs jobs = new ThreadJobs();
    private final Stage stage;
    private static final Set<String> PAINTING = Set.of("blit", "clearRect");

    private final List<Throwable> mistakes = new CopyOnWriteArrayList<>();
    private @Nullable Path answer;

    /// @param data where it keeps what it remembers
    OpenWindow(Path data, int width, int height) throws Exception {
        Path home = Path.of(System.getProperty("user.home"));
        workbench =
                Workbench.with(
                        new Folders(data, Path.of("lessons").toAbsolutePath()),
                        System.getenv(),
                        home);
        stage =
                Fx.get(
                        () -> {
                            var made = new Stage();
                            var _ =
                                    new Window(
                                            workbench,
                                            jobs,
                                            new Answers(),
                                            made,
                                            Clock.systemUTC(),
                                            home);
                            made.setWidth(width);
                            made.setHeight(height);
                            made.show();
                            Toolkit.catchUncaught(this::keep);
                            return made;
                        });
    }

    /// What the next file or folder dialog is answered with.
    void answer(Path path) {
        answer = path;
    }

    /// Opens a file or a folder by its dialog.
    void open(Path path) throws InterruptedException {
        answer(path);
        key(KeyCode.O, true, false, false);
    }

    /// Opens a program, and waits until its code is shown.
    void openProgram(Path file) throws InterruptedException {
        String title = file.getFileName() + " – Pareto";
        open(file);
        Fx.await("“" + title + "” is open", 30, () -> title.equals(stage.getTitle()));
    }

    /// Waits until a text is on the window.
    void awaitText(String part, long seconds) throws InterruptedException, IOException {
        try {
            Fx.await(
                    "“" + part + "” is shown",
                    seconds,
                    () -> texts().stream().anyMatch(text -> text.contains(part)));
        } catch (AssertionError late) {
            shoot("window-waited-in-vain");
            throw late;
        }
    }

    /// Presses the button that says so, once it is there and can be pressed.
    void press(String label) throws InterruptedException {
        Fx.await("“" + label + "” can be pressed", 60, () -> button(label).isPresent());
        Fx.run(() -> button(label).orElseThrow().fire());
    }

    /// Chooses an item of a menu button, by its words.
    void menu(String words) throws InterruptedException {
        Fx.run(
                () ->
                        items().filter(item -> words.equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    /// Turns to a tab that can be seen, by its title.
    void tab(String title) throws InterruptedException {
        Fx.run(
                () -> {
                    for (Node node : nodes(root())) {
                        if (node instanceof TabPane pane) {
                            pane.getTabs().stream()
                                    .filter(tab -> title.equals(tab.getText()))
                                    .findFirst()
                                    .ifPresent(pane.getSelectionModel()::select);
                        }
                    }
                    root().applyCss();
                    root().layout();
                });
    }

    /// Whether an item of a menu button that says so is ticked; call on the JavaFX thread.
    boolean isChosen(String part) {
        return items().anyMatch(
                        item ->
                                item instanceof CheckMenuItem check
                                        && check.isSelected()
                                        && check.getText().contains(part));
    }

    private Stream<MenuItem> items() {
        return nodes(root()).stream()
                .filter(MenuButton.class::isInstance)
                .flatMap(button -> ((MenuButton) button).getItems().stream());
    }

    /// Selects a row of the table of variants, the baseline being 0.
    void variant(int row) throws InterruptedException {
        Fx.run(
                () -> {
                    var table = root().lookup(".variants .list-view");
                    ((ListView<?>) table).getSelectionModel().select(row);
                });
    }

    /// Types the arguments of the program.
    void arguments(String line) throws InterruptedException {
        Fx.run(
                () -> {
                    var text = (TextField) root().lookup(".arguments .text-field");
                    nodes(root().lookup(".arguments")).stream()
                            .filter(n -> n instanceof Button b && b.isVisible())
                            .map(Button.class::cast)
                            .reduce((_, last) -> last)
                            .orElseThrow()
                            .fire();
                    text.setText(line);
                    text.fireEvent(new ActionEvent());
                });
    }

    /// Turns the window light.
    void light() throws InterruptedException {
        Fx.run(() -> Look.LIGHT.apply(stage.getScene()));
        settle();
    }

    /// A window takes some pulses to be as it will be.
    private void settle() throws InterruptedException {
        for (int pass = 0; pass < 3; pass++) {
            Fx.run(
                    () -> {
                        root().applyCss();
                        root().layout();
                    });
        }
    }

    /// Turns the window dark.
    void dark() throws InterruptedException {
        Fx.run(() -> Look.DARK.apply(stage.getScene()));
        settle();
    }

    /// Opens the card with this title, with a click.
    void open(String title) throws InterruptedException {
        Fx.run(
                () -> {
                    Node card =
                            nodes(root()).stream()
                                    .filter(n -> n instanceof Text t && t.getText().equals(title))
                                    .findFirst()
                                    .orElseThrow();
                    while (card.getOnMouseClicked() == null && card.getParent() != null) {
                        card = card.getParent();
                    }
                    card.fireEvent(click());
                });
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private Optional<Button> button(String label) {
        return nodes(root()).stream()
                .filter(n -> n instanceof Button b && !b.isDisabled() && says(b, label))
                .map(Button.class::cast)
                .findFirst();
    }

    static boolean says(Button button, String label) {
        return (button.getText() != null && button.getText().startsWith(label))
                || nodes(button).stream()
                        .anyMatch(
                                n ->
                                        n instanceof Labeled l
                                                && l.getText() != null
                                                && l.getText().startsWith(label));
    }

    /// Puts the focus on the node that a selector finds.
    void focus(String selector) throws InterruptedException {
        Fx.run(() -> root().lookup(selector).requestFocus());
    }

    /// The height of what a selector finds.
    double height(String selector) throws InterruptedException {
        return Fx.get(() -> root().lookup(selector).getLayoutBounds().getHeight());
    }

    /// Types over all of the code that is shown.
    void type(String text) throws InterruptedException {
        Fx.run(() -> ((CodeArea) root().lookup(".code-area")).replaceText(text));
    }

    /// Presses a key on the window.
    void key(KeyCode code, boolean control, boolean shift, boolean alt)
            throws InterruptedException {
        Fx.run(
                () -> {
                    Node target =
                            Optional.ofNullable(stage.getScene().getFocusOwner()).orElse(root());
                    target.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    code,
                                    shift,
                                    control,
                                    alt,
                                    false));
                });
    }

    /// All texts that a person sees; call on the JavaFX thread.
    List<String> texts() {
        return nodes(root()).stream()
                .filter(n -> n instanceof Text t && !t.getText().isEmpty())
                .map(n -> ((Text) n).getText())
                .toList();
    }

    private Parent root() {
        return stage.getScene().getRoot();
    }

    private static List<Node> nodes(Node node) {
        var all = new ArrayList<Node>();
        collect(node, all);
        return all;
    }

    private static void collect(Node node, List<Node> into) {
        if (node.isVisible()) {
            into.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
            }
        }
    }

    Stage stage() {
        return stage;
    }

    /// Leaves a picture in `target/screens`.
    void shoot(String name) throws InterruptedException, IOException {
        Fx.shoot(stage.getScene(), SCREENS.resolve(name + ".png"));
    }

    /// A window of the platform without a display may paint, or clear, by the size that it had
    /// before: a fault of its own, after which it paints again.
    private void keep(Throwable mistake) {
        boolean painting =
                mistake instanceof IndexOutOfBoundsException
                        && Arrays.stream(mistake.getStackTrace())
                                .anyMatch(
                                        at ->
                                                at.getClassName().endsWith(".HeadlessWindow")
                                                        && PAINTING.contains(at.getMethodName()));
        if (!painting) {
            mistakes.add(mistake);
        }
    }

    @Override
    public void close() {
        try {
            Fx.run(
                    () -> {
                        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                        stage.close();
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        jobs.close();
        workbench.close();
        if (!mistakes.isEmpty()) {
            throw new AssertionError("the window made a mistake", mistakes.getFirst());
        }
    }

    private final class Answers implements PathChooser {
        @Override
        public Optional<Path> file(javafx.stage.Window owner, String title, @Nullable Path start) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<Path> folder(
                javafx.stage.Window owner, String title, @Nullable Path start) {
            return Optional.ofNullable(answer);
        }
    }
}
