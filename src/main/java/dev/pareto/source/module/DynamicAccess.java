package dev.pareto.source.module;

import dev.pareto.source.tree.Node;

/// A place where code may read or change variables without naming them, so that what is known about
/// their uses is not the whole truth.
public record DynamicAccess(Kind kind, Node node) {
    /// How far it reaches.
    public enum Kind {
        /// `locals()`, `vars()`, `dir()`: the variables where it stands.
        LOCALS,
        /// `globals()`, `sys.modules`: the variables of modules.
        GLOBALS,
        /// `eval`, `exec`, `compile`: any code.
        EVALUATION,
        /// `__dict__`: the attributes of an object.
        ATTRIBUTES,
        /// `sys._getframe`, `inspect.stack`: the variables of callers.
        FRAMES,
        /// `from module import *`: binds names that are not seen here.
        STAR_IMPORT
    }
}
