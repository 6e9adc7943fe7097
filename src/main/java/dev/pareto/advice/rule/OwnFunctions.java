package dev.pareto.advice.rule;

import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.ImportFrom;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Which of the program's functions a name means, perhaps one of another file.
final class OwnFunctions {
    private final OwnCode own;

    OwnFunctions(OwnCode own) {
        this.own = own;
    }

    /// @param module where it is defined
    record Found(FunctionDef function, ParsedModule module) {}

    /// The only definition that a global means, perhaps in another file.
    Optional<Found> of(Binding binding, ParsedModule module) {
        if (isPatched(binding.name())) {
            return Optional.empty();
        }
        List<NameUse> stores =
                binding.uses().stream().filter(use -> use.access().rebinds()).toList();
        if (stores.size() == 1 && stores.getFirst().node() instanceof FunctionDef it) {
            return Optional.of(new Found(it, module));
        }
        return onlyImport(binding)
                .filter(alias -> module.parent(alias).orElseThrow() instanceof ImportFrom)
                .flatMap(alias -> imported(alias, (ImportFrom) module.parent(alias).orElseThrow()));
    }

    private Optional<Found> imported(Alias alias, ImportFrom from) {
        if (from.level() != 0 || from.module() == null) {
            return Optional.empty();
        }
        return own.module(Objects.requireNonNull(from.module()))
                .flatMap(
                        other ->
                                other.moduleScope()
                                        .binding(alias.name())
                                        .filter(it -> it.is(Role.FUNCTION))
                                        .flatMap(it -> of(it, other)));
    }

    static Optional<Alias> onlyImport(Binding binding) {
        List<NameUse> stores =
                binding.uses().stream().filter(use -> use.access().rebinds()).toList();
        return stores.size() == 1
                        && stores.getFirst().access() == Access.STORE
                        && stores.getFirst().node() instanceof Alias alias
                ? Optional.of(alias)
                : Optional.empty();
    }

    /// Whether an attribute of this name is set anywhere: it could be a module's.
    boolean isPatched(String name) {
        return own.attributes(name).stream().anyMatch(it -> it.node().context() != Context.LOAD);
    }
}
