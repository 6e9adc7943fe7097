package dev.pareto.advice.rule;

import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Import;
import dev.pareto.source.tree.Statement.ImportFrom;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What imports bring from other files of the program.
final class Members {
    /// A global, under the name that it has in its own file.
    record Member(ParsedModule file, String name) {}

    private static final Set<String> CACHES = Set.of("cache", "lru_cache");

    private final OwnCode own;

    Members(OwnCode own) {
        this.own = own;
    }

    /// The file that a name means, when one import binds it and nothing else does: `import rates`,
    /// `from shop import rates`.
    ///
    /// @param user the file that the variable belongs to
    Optional<ParsedModule> ofImport(Binding binding, ParsedModule user) {
        List<NameUse> stores =
                binding.uses().stream().filter(use -> use.access().rebinds()).toList();
        if (stores.size() != 1
                || stores.getFirst().access() != Access.STORE
                || !(stores.getFirst().node() instanceof Alias alias)) {
            return Optional.empty();
        }
        return switch (user.parent(alias).orElseThrow()) {
            // `import shop.rates` binds `shop`.
            case Import _ when alias.asName() != null || !alias.name().contains(".") ->
                    own.module(alias.name());
            case ImportFrom from when from.level() == 0 && from.module() != null ->
                    own.module(from.module() + "." + alias.name());
            default -> Optional.empty();
        };
    }

    /// What `from rates import TABLE` brings, where it is a global of that file.
    Optional<Member> of(Alias alias, ImportFrom from) {
        return from.level() != 0 || from.module() == null
                ? Optional.empty()
                : own.module(Objects.requireNonNull(from.module()))
                        .filter(file -> file.moduleScope().binding(alias.name()).isPresent())
                        .map(file -> new Member(file, alias.name()));
    }

    /// Whether it has one value for ever, once it has one.
    boolean isSteady(Member member) {
        SteadyGlobals globals = new SteadyGlobals(new Code(member.file(), own));
        return member.file().moduleScope().binding(member.name()).stream()
                .flatMap(binding -> binding.uses(Access.STORE).stream())
                .map(NameUse::node)
                .findFirst()
                .filter(it -> it instanceof Name name && globals.isSteady(name))
                .isPresent();
    }

    /// Whether nothing but a cache stands around it.
    static boolean isPlain(FunctionDef function, ParsedModule module) {
        return function.decorators().stream()
                .allMatch(
                        decorator -> {
                            Node named = decorator instanceof Call it ? it.function() : decorator;
                            String text = module.text(named);
                            return CACHES.contains(text.replaceFirst("^functools\\.", ""));
                        });
    }
}
