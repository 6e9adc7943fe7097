package dev.pareto.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `pareto` itself; it does nothing without a command.
@Command(
        name = "pareto",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = {
            "Makes Python programs faster, and proves it.",
            "",
            "Without a command the window opens."
        },
        footer = {
            "",
            "Exit status: 0 done (compare: faster), 1 done, and the answer is no, 2 wrong usage,",
            "3 something needed is missing, 4 the program failed, 130 cancelled, 70 a fault of"
                    + " Pareto."
        })
final class Commands implements Callable<Integer> {
    @Spec private CommandSpec spec;

    private Commands(CommandSpec unset) {
        spec = unset;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new Commands(CommandSpec.create()))
                .addSubcommand(new DoctorCommand(shell))
                .addSubcommand(new RunCommand(shell))
                .addSubcommand(new ProfileCommand(shell))
                .addSubcommand(new AdviseCommand(shell))
                .addSubcommand(new ApplyCommand(shell))
                .addSubcommand(new ImproveCommand(shell))
                .addSubcommand(new CompareCommand(shell))
                .addSubcommand(new ScaleCommand(shell))
                .addSubcommand(new BenchCommand(shell))
                .addSubcommand(new ConvertCommand(shell))
                .addSubcommand(
                        new CommandLine(new LessonCommand(shell))
                                .addSubcommand(new LessonList(shell))
                                .addSubcommand(new LessonStart(shell))
                                .addSubcommand(new LessonCheck(shell)))
                .addSubcommand(new HistoryCommand(shell))
                .addSubcommand(
                        new CommandLine(new EnvCommand())
                                .addSubcommand(new EnvAdd(shell))
                                .addSubcommand(new EnvCreate(shell))
                                .addSubcommand(new EnvList(shell)));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Status.USAGE;
    }

    /// From the manifest of our jar; absent when started from classes.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"Pareto " + (version == null ? "(built here)" : version)};
        }
    }
}
