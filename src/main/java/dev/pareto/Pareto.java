package dev.pareto;

import dev.pareto.cli.Cli;
import dev.pareto.cli.WorkbenchSource;
import dev.pareto.python.StopSignal;
import dev.pareto.ui.main.Window;
import dev.pareto.workbench.Folders;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Workbench;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Starts Pareto: without arguments the window, with a command the same work in text.
///
/// It does not extend `javafx.application.Application`, because the launcher of the JDK would then
/// start JavaFX before a line of ours has run, even for a command that needs no display.
public final class Pareto {
    /// Enough to end programs and delete their copies.
    private static final int SECONDS_TO_END = 10;

    private static final String NO_DISPLAY =
            "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot"
                    + " open.";

    private Pareto() {}

    /// What Pareto calls itself, in the title of the window and in reports.
    static String name() {
        return "Pareto";
    }

    /// Where the composition begins: everything below gets what it needs by its constructor.
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Path userHome = Path.of(System.getProperty("user.home"));
        Path home = Path.of(System.getProperty("pareto.home", "")).toAbsolutePath();
        Folders folders = Folders.ofUser(environment, userHome, home);
        StopSignal stop = new StopSignal();
        CountDownLatch ended = new CountDownLatch(1);
        // On Ctrl+C the JVM runs this and then ends with 130, whatever the command returns.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, ended), "stop"));
        WorkbenchSource workbench = () -> Workbench.with(folders, environment, userHome);
        Cli cli =
                new Cli(
                        workbench,
                        stream(FileDescriptor.out),
                        stream(FileDescriptor.err),
                        Path.of("").toAbsolutePath(),
                        isTerminal(environment),
                        stop);
        int status =
                arguments.length > 0
                        ? cli.run(arguments)
                        : hasDisplay(environment) ? window(workbench, cli) : cli.walk(NO_DISPLAY);
        ended.countDown();
        System.exit(status);
    }

    private static int window(WorkbenchSource source, Cli cli) {
        try (Workbench workbench = source.open()) {
            Window.launch(workbench);
            return 0;
        } catch (ProblemException | InterruptedException e) {
            return cli.tell(e);
        } catch (UnsupportedOperationException e) {
            // So says JavaFX when a library of the system is missing.
            return cli.walk(
                    "The window cannot open: %s On Linux it needs GTK 3 (on Debian libgtk-3-0)."
                            .formatted(e.getMessage()));
        }
    }

    private static void end(StopSignal stop, CountDownLatch ended) {
        stop.request();
        try {
            boolean _ = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Only X and Wayland can be missing; JavaFX's own headless platform counts as a display.
    static boolean hasDisplay(Map<String, String> environment) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""))
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static boolean isTerminal(Map<String, String> environment) {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /// UTF-8 also where the locale is “C”, as in many containers; a Windows console as it is.
    private static PrintStream stream(FileDescriptor descriptor) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        Charset charset =
                windows
                        ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8"))
                        : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
