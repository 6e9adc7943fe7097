package dev.pareto.ui.code;

import dev.pareto.workbench.ProblemException;

/// Where the editor gets texts. Called off the JavaFX thread; it may block.
@FunctionalInterface
public interface Texts {
    /// The text of a file in a variant: the variant's own where it changes the file, else the
    /// root's.
    String text(String variant, String path) throws ProblemException, InterruptedException;
}
