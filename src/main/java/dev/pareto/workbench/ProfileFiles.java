package dev.pareto.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.exchange.ChromeTraceWriter;
import dev.pareto.exchange.CollapsedStacks;
import dev.pareto.exchange.ExchangeException;
import dev.pareto.exchange.JsonProfiles;
import dev.pareto.exchange.ParetoJsonWriter;
import dev.pareto.exchange.ProfileCsv;
import dev.pareto.exchange.ProfileFormat;
import dev.pareto.exchange.PstatsTable;
import dev.pareto.exchange.SpeedscopeReader;
import dev.pareto.exchange.SpeedscopeWriter;
import dev.pareto.profile.Profile;
import dev.pareto.program.Interpreter;
import dev.pareto.python.PstatsFiles;
import dev.pareto.report.Code;
import dev.pareto.report.ProfilePage;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Profiles in and out of files of other tools. Nothing in such a file is executed.
final class ProfileFiles {
    private static final long MOST_BYTES = 512_000_000;

    private final Tools tools;

    ProfileFiles(Tools tools) {
        this.tools = tools;
    }

    Profile read(Path file) throws ProblemException, InterruptedException {
        ProfileFormat format =
                ProfileFormat.of(name(file))
                        .filter(ProfileFormat::readable)
                        .orElseThrow(() -> unknown(file, true));
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Problems.usage(
                        file + " is larger than 512 MB.",
                        "Such a profile cannot be shown.",
                        "Sample less often, or for a shorter time.",
                        "");
            }
            return switch (format) {
                case SPEEDSCOPE -> SpeedscopeReader.read(Files.readString(file));
                case COLLAPSED -> CollapsedStacks.read(Files.readString(file));
                case PSTATS -> PstatsTable.read(table(file));
                case PARETO -> JsonProfiles.read(Files.readString(file));
                case CHROME, CSV, HTML -> throw unknown(file, true);
            };
        } catch (ExchangeException e) {
            throw notThat(file, format, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw notThat(file, format, "It is no text in UTF-8.");
        } catch (NoSuchFileException e) {
            throw Problems.usage(
                    "There is no file " + file + ".", "", "Check the name.", e.toString());
        } catch (IOException e) {
            throw Problems.usage(
                    file + " could not be read.", "", "Check its permissions.", e.toString());
        }
    }

    /// Whether a file looks like a profile, by its name.
    static boolean isProfile(Path file) {
        return ProfileFormat.of(name(file)).filter(ProfileFormat::readable).isPresent();
    }

    private String table(Path file) throws ProblemException, InterruptedException, IOException {
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try {
            return new PstatsFiles(tools.sources()).read(newest(), file);
        } catch (IOException e) {
            throw notThat(file, ProfileFormat.PSTATS, "pstats says: " + e.getMessage());
        }
    }

    private static ProblemException notThat(Path file, ProfileFormat format, String why) {
        return Problems.usage(
                "%s cannot be opened as %s. %s".formatted(file, format.ending(), why),
                "Nothing was taken from it.",
                "Was it written by a profiler, and to its end?",
                "");
    }

    /// The content of a file by its ending.
    ///
    /// @param program what the profile is of, for its title
    /// @param code what stands at its lines, where that is known
    byte[] content(Profile profile, String program, Code code, Path file)
            throws ProblemException, InterruptedException {
        ProfileFormat format = ProfileFormat.of(name(file)).orElseThrow(() -> unknown(file, false));
        String text =
                switch (format) {
                    case SPEEDSCOPE -> SpeedscopeWriter.write(profile, program);
                    case COLLAPSED -> CollapsedStacks.write(profile);
                    case CHROME -> ChromeTraceWriter.write(profile, program);
                    case CSV -> ProfileCsv.write(profile);
                    case HTML -> ProfilePage.write(profile, program, code);
                    case PARETO -> json(profile);
                    case PSTATS -> PstatsTable.write(profile);
                };
        if (format != ProfileFormat.PSTATS) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return new PstatsFiles(tools.sources()).write(newest(), text);
        } catch (IOException e) {
            throw Problems.internal(
                    "The table could not be written as .prof.",
                    "Nothing was written.",
                    "Is the disk full?",
                    e.toString());
        }
    }

    private static String json(Profile profile) {
        try {
            return new ObjectMapper().writeValueAsString(ParetoJsonWriter.write(profile)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists can be written", e);
        }
    }

    private Interpreter newest() throws ProblemException, InterruptedException {
        return tools.interpreters().onThisMachine().stream()
                .findFirst()
                .orElseThrow(Choosing::noPython);
    }

    private static ProblemException unknown(Path file, boolean reading) {
        return Problems.usage(
                "A profile cannot be %s %s."
                        .formatted(reading ? "opened from" : "written as", file.getFileName()),
                "The ending says in which form it is.",
                "Use one of: "
                        + Stream.of(ProfileFormat.values())
                                .filter(one -> !reading || one.readable())
                                .map(ProfileFormat::ending)
                                .collect(Collectors.joining(", "))
                        + ".",
                "");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
