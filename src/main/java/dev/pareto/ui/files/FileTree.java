package dev.pareto.ui.files;

import java.util.List;

/// A row with what is below it: folders first, each by name, the way a file browser has it.
public record FileTree(FileRow row, List<FileTree> children) {
    public FileTree {
        children = List.copyOf(children);
    }
}
