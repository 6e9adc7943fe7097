package dev.pareto.profile;

/// A file that code ran from.
///
/// @param path under the root, with forward slashes, for own code; else as the interpreter names it
public record CodeFile(String path, Owner owner) {
    /// Whose code it is.
    public enum Owner {
        OWN,
        LIBRARY,
        BUILTIN
    }

    public boolean isOwn() {
        return owner == Owner.OWN;
    }
}
