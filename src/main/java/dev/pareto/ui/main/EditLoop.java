package dev.pareto.ui.main;

import dev.pareto.program.Variant;
import dev.pareto.workbench.Session;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayDeque;
import java.util.Deque;

/// Makes variants, changes them, takes them away and brings them back. JavaFX thread.
final class EditLoop {
    private final Desk desk;
    private final Deque<String> removed = new ArrayDeque<>();
    private final ReadOnlyStringWrapper lastRemoved = new ReadOnlyStringWrapper("");

    EditLoop(Desk desk) {
        this.desk = desk;
    }

    /// Takes a text that was typed; it may become a variant of its own, which is then shown.
    void edited(String variant, String path, String text) {
        desk.now(session -> session.edit(variant, path, text))
                .map(Variant::id)
                .ifPresent(desk.shownProperty()::set);
    }

    /// A new variant from another, shown at once.
    void branch(String variant) {
        desk.now(session -> session.branch(variant))
                .map(Variant::id)
                .ifPresent(desk.shownProperty()::set);
    }

    void pin(String variant) {
        desk.now(
                session -> {
                    session.pin(variant);
                    return variant;
                });
    }

    /// Takes a variant away; [#undo] brings it back.
    void remove(String variant) {
        desk.now(session -> remove(session, variant))
                .ifPresent(
                        id -> {
                            removed.push(id);
                            lastRemoved.set(id);
                        });
    }

    private static String remove(Session session, String variant)
            throws dev.pareto.workbench.ProblemException {
        session.remove(variant);
        return variant;
    }

    /// Brings back what was removed last.
    void undo() {
        if (removed.isEmpty()) {
            return;
        }
        String variant = removed.pop();
        lastRemoved.set(removed.isEmpty() ? "" : removed.peek());
        desk.now(
                        session -> {
                            session.restore(variant);
                            return variant;
                        })
                .ifPresent(desk.shownProperty()::set);
    }

    /// Forgets what was removed: another program is on the desk.
    void forget() {
        removed.clear();
        lastRemoved.set("");
    }

    /// The id of what [#undo] would bring back; empty when there is nothing.
    ReadOnlyStringProperty lastRemovedProperty() {
        return lastRemoved.getReadOnlyProperty();
    }
}
