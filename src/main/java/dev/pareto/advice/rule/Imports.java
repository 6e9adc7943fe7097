package dev.pareto.advice.rule;

import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Expr;
import dev.pareto.source.tree.Statement.ImportFrom;

import java.util.List;
import java.util.Optional;

/// Names from modules that a fix needs: found where the file imports them already, else imported
/// once, after the docstring and `from __future__`.
public final class Imports {
    private final ParsedModule module;

    public Imports(ParsedModule module) {
        this.module = module;
    }

    /// How a fix reaches what it needs.
    ///
    /// @param name to use in the code
    /// @param edit to make with the fix; empty when the name is there already
    public record Import(String name, Optional<TextEdit> edit) {}

    /// `from module import name`; under another name where that one is taken.
    public Import from(String from, String name) {
        for (Statement statement : module.tree().body()) {
            if (statement instanceof ImportFrom it && from.equals(it.module()) && it.level() == 0) {
                for (var alias : it.names()) {
                    if (alias.name().equals(name) && isSettled(alias.importedAs())) {
                        return new Import(alias.importedAs(), Optional.empty());
                    }
                }
            }
        }
        String free = module.freshName(name);
        String clause = free.equals(name) ? name : name + " as " + free;
        return new Import(free, Optional.of(insert("from " + from + " import " + clause)));
    }

    /// `import module`; under another name where that one is taken.
    public Import module(String module) {
        for (Statement statement : this.module.tree().body()) {
            if (statement instanceof Statement.Import it) {
                for (var alias : it.names()) {
                    if (alias.name().equals(module) && isSettled(alias.importedAs())) {
                        return new Import(alias.importedAs(), Optional.empty());
                    }
                }
            }
        }
        String free = this.module.freshName(module);
        String clause = free.equals(module) ? module : module + " as " + free;
        return new Import(free, Optional.of(insert("import " + clause)));
    }

    /// Whether a global name has one binding only, here.
    private boolean isSettled(String name) {
        return module.moduleScope()
                .binding(name)
                .filter(
                        binding ->
                                binding.uses().stream().filter(u -> u.access().rebinds()).count()
                                        == 1)
                .filter(
                        _ ->
                                module.scopes().stream()
                                                .filter(scope -> scope.binding(name).isPresent())
                                                .count()
                                        == 1)
                .isPresent();
    }

    private TextEdit insert(String line) {
        SourceText source = module.source();
        List<Statement> body = module.tree().body();
        Optional<Statement> last = Optional.empty();
        for (int i = 0; i < body.size() && isPreamble(body.get(i), i); i++) {
            last = Optional.of(body.get(i));
        }
        if (last.isPresent()) {
            return new StatementEdits(source).after(last.get(), line);
        }
        if (body.isEmpty()) {
            return TextEdit.insert(source.text().length(), line + source.lineEnd());
        }
        // Comments at the top stay there: a hash-bang or an encoding must be in the first lines.
        int first = StatementEdits.firstLine(body.getFirst());
        return TextEdit.insert(source.lineSpan(first).start(), line + source.lineEnd());
    }

    private static boolean isPreamble(Statement statement, int index) {
        return switch (statement) {
            case Expr(_, Constant(_, Literal.Text _)) -> index == 0;
            case ImportFrom it -> "__future__".equals(it.module());
            default -> false;
        };
    }
}
