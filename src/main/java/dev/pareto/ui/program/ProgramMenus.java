package dev.pareto.ui.program;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.ui.fx.Messages;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The menus of the bar.
final class ProgramMenus {
    private final ProgramViewModel model;
    private final ProgramActions actions;

    ProgramMenus(ProgramViewModel model, ProgramActions actions) {
        this.model = model;
        this.actions = actions;
    }

    List<MenuItem> entries(Program program) {
        List<Target> all = new ArrayList<>(model.targets());
        if (!all.contains(program.target())) {
            all.addFirst(program.target());
        }
        return all.stream()
                .map(t -> item(t.label(), t.equals(program.target()), t, actions.target()))
                .toList();
    }

    List<MenuItem> inputs(List<Input> inputs, Input used) {
        List<MenuItem> items = new ArrayList<>();
        for (Input input : inputs) {
            String words =
                    input.arguments().isEmpty()
                            ? input.name()
                            : input.name() + "   " + ShellWords.join(input.texts());
            items.add(item(words, input.equals(used), input, actions.input()));
        }
        var more = new MenuItem(Messages.text("program.input.edit"));
        more.setOnAction(_ -> model.detailsProperty().set(true));
        items.addAll(List.of(new SeparatorMenuItem(), more));
        return items;
    }

    /// The interpreters, and a way to name another.
    ///
    /// @param other asks for a path
    List<MenuItem> interpreters(Program program, Runnable other) {
        List<Interpreter> all = new ArrayList<>(model.interpreters());
        if (!all.contains(program.interpreter())) {
            all.addFirst(program.interpreter());
        }
        List<MenuItem> items = new ArrayList<>();
        for (Interpreter one : all) {
            String words = InterpreterLabel.full(one, program.root()) + "   " + one.executable();
            items.add(item(words, one.equals(program.interpreter()), one, actions.interpreter()));
        }
        var more = new MenuItem(Messages.text("program.interpreter.other"));
        more.setOnAction(_ -> other.run());
        items.addAll(List.of(new SeparatorMenuItem(), more));
        return items;
    }

    /// What is in use is ticked; choosing it again does nothing but tick it again.
    private static <T> MenuItem item(String words, boolean used, T value, Consumer<T> choose) {
        var item = new CheckMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(used);
        item.setOnAction(
                _ -> {
                    item.setSelected(used);
                    if (!used) {
                        choose.accept(value);
                    }
                });
        return item;
    }
}
