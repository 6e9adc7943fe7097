package dev.pareto.cli;

import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Workbench;

/// Makes the workbench when a command needs it: help and wrong usage do not.
@FunctionalInterface
public interface WorkbenchSource {
    Workbench open() throws ProblemException;
}
