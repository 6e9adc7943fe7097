package dev.pareto.ui.compare;

/// The sources of a program's variants.
@FunctionalInterface
public interface VariantTexts {
    /// The whole text of a file; empty where the variant has no such file.
    ///
    /// @param variant its id; @param path under the root, with forward slashes
    String text(String variant, String path);
}
