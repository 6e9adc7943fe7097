package dev.pareto.advice.rule;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Node;

/// What one use of a variable does with the container that it holds.
///
/// @param use the name or attribute itself
/// @param by the node that makes it so: the comparison, the call of the method, the assignment
/// @param what for people, without the variable: "append()", "the argument of check()"
public record Handling(Kind kind, ParsedModule module, Node use, Node by, String what) {
    /// What may become of the container there.
    public enum Kind {
        /// `x in it`, alone in its comparison.
        ASKED,
        /// Looked at; neither changed nor known to anybody else afterwards.
        READ,
        /// Iterated by a loop or comprehension.
        ITERATED,
        /// Its content changes.
        CHANGED,
        /// The variable gets another object, or none.
        REBOUND,
        /// Somebody else knows it afterwards: another name, a container, a generator's receiver.
        KEPT,
        /// Given to code that is not looked at.
        PASSED,
        /// Given to the caller.
        RETURNED
    }

    public boolean is(Kind some) {
        return kind == some;
    }

    /// Whether code that is not looked at may change the container from there on.
    public boolean escapes() {
        return kind == Kind.KEPT || kind == Kind.PASSED || kind == Kind.RETURNED;
    }

    public int line() {
        return use.line();
    }

    public int offset() {
        return use.span().start();
    }

    /// "append() in line 7"
    public String where() {
        return what + " in line " + line();
    }
}
