package dev.pareto.advice.rule;

import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Statement.ImportFrom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the variable or attribute that an expression means, and its uses in all files.
public final class Holders {
    private final Code code;

    public Holders(Code code) {
        this.code = code;
    }

    /// Empty for what is neither a variable nor a chain of attributes of one (`self.index.words`).
    public Optional<Holder> of(Expression expression) {
        return switch (expression) {
            case Name name -> code.module().binding(name).flatMap(it -> ofName(name, it));
            case Attribute attribute when isChain(attribute.value()) ->
                    Optional.of(ofAttribute(attribute));
            default -> Optional.empty();
        };
    }

    private static boolean isChain(Expression expression) {
        return switch (expression) {
            case Name _ -> true;
            case Attribute it -> isChain(it.value());
            default -> false;
        };
    }

    private Optional<Holder> ofName(Name name, Binding binding) {
        if (binding.isUnbound() || binding.scope().kind() == Scope.Kind.CLASS) {
            return Optional.empty();
        }
        if (binding.is(Role.IMPORTED)) {
            return ofImported(name, binding);
        }
        List<Handling> uses = new ArrayList<>(uses(binding, code.module()));
        if (binding.isGlobal()) {
            uses.addAll(elsewhere(binding.name(), code.module()));
        }
        return Optional.of(new Holder(name, name.name(), reach(name, binding), binding, uses));
    }

    /// A global of another file of the program, under the name that it has there.
    private Optional<Holder> ofImported(Name name, Binding binding) {
        List<NameUse> imports =
                binding.uses().stream().filter(use -> use.access() == Access.STORE).toList();
        if (imports.size() != 1 || !(imports.getFirst().node() instanceof Alias alias)) {
            return Optional.empty();
        }
        return code.module()
                .parent(alias)
                .filter(ImportFrom.class::isInstance)
                .map(ImportFrom.class::cast)
                .filter(from -> from.module() != null)
                .flatMap(from -> code.own().module(String.valueOf(from.module())))
                .flatMap(
                        owner ->
                                owner.moduleScope()
                                        .binding(alias.name())
                                        .map(it -> foreign(name, it, owner)));
    }

    private Holder foreign(Name name, Binding global, ParsedModule owner) {
        List<Handling> uses = new ArrayList<>(uses(global, owner));
        uses.addAll(elsewhere(global.name(), owner));
        return new Holder(name, name.name(), Reach.FOREIGN, null, uses);
    }

    private Reach reach(Name name, Binding binding) {
        if (binding.isGlobal()) {
            return Reach.GLOBAL;
        }
        // A comprehension runs as part of its function, in whose scope it may look.
        boolean inner =
                binding.uses().stream()
                        .anyMatch(use -> function(use.scope()) != function(binding.scope()));
        if (inner || function(code.module().scopeOf(name)) != function(binding.scope())) {
            return Reach.SHARED;
        }
        return binding.is(Role.PARAMETER) ? Reach.PARAMETER : Reach.LOCAL;
    }

    private static Scope function(Scope scope) {
        Scope found = scope;
        while (found.kind() == Scope.Kind.COMPREHENSION && found.parent().isPresent()) {
            found = found.parent().get();
        }
        return found;
    }

    private List<Handling> uses(Binding binding, ParsedModule module) {
        Handlings handlings = new Handlings(code.own(), module);
        return binding.uses().stream()
                .filter(use -> use.access() != Access.DECLARE)
                .map(use -> handlings.of(use.node()))
                .toList();
    }

    /// How other files use a global: imported by name, or as an attribute of its module.
    private Stream<Handling> imported(String name, ParsedModule owner, ParsedModule user) {
        return user.nodes()
                .filter(ImportFrom.class::isInstance)
                .map(ImportFrom.class::cast)
                .filter(from -> from.module() != null)
                .filter(
                        from ->
                                code.own()
                                        .module(String.valueOf(from.module()))
                                        .filter(owner::equals)
                                        .isPresent())
                .flatMap(from -> from.names().stream())
                .filter(alias -> alias.name().equals(name))
                .flatMap(alias -> user.bindingOf(alias).stream())
                .flatMap(binding -> uses(binding, user).stream())
                .filter(handling -> !(handling.use() instanceof Alias));
    }

    private List<Handling> elsewhere(String name, ParsedModule owner) {
        Stream<Handling> names =
                code.own().modules().stream()
                        .filter(user -> user != owner)
                        .flatMap(user -> imported(name, owner, user));
        return Stream.concat(names, attributes(name)).toList();
    }

    private Stream<Handling> attributes(String name) {
        return code.own().attributes(name).stream()
                .map(it -> new Handlings(code.own(), it.module()).of(it.node()));
    }

    private Holder ofAttribute(Attribute attribute) {
        String name = attribute.attribute();
        List<Handling> uses = new ArrayList<>(attributes(name).toList());
        if (!isImported(attribute)) {
            return new Holder(attribute, name, Reach.ATTRIBUTE, null, uses);
        }
        // `module.NAME`: the module itself knows it as a global.
        for (ParsedModule module : code.own().modules()) {
            module.moduleScope()
                    .binding(name)
                    .ifPresent(global -> uses.addAll(uses(global, module)));
        }
        return new Holder(attribute, name, Reach.FOREIGN, null, uses);
    }

    private boolean isImported(Attribute attribute) {
        Expression root = attribute;
        while (root instanceof Attribute it) {
            root = it.value();
        }
        return root instanceof Name name
                && code.module().binding(name).filter(it -> it.is(Role.IMPORTED)).isPresent();
    }
}
