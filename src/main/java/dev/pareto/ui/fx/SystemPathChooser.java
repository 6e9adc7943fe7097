package dev.pareto.ui.fx;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The dialogs of the system.
public final class SystemPathChooser implements PathChooser {
    @Override
    public Optional<Path> file(Window owner, String title, @Nullable Path start) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        folder(start).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(Window owner, String title, @Nullable Path start) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        folder(start).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    /// The dialogs refuse to open in a folder that is gone.
    private static Optional<File> folder(@Nullable Path start) {
        return Optional.ofNullable(start).filter(Files::isDirectory).map(Path::toFile);
    }
}
