package dev.pareto.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `pareto env`.
@Command(
        name = "env",
        description = "The environments that Pareto makes, for optional engines and for advice.",
        synopsisSubcommandLabel = "(add | create | list)")
final class EnvCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    EnvCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Status.USAGE;
    }
}
