package dev.pareto.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Reads and writes the settings file. A file that cannot be read counts as the defaults and is
/// kept beside as `.unreadable`.
final class SettingsStore {
    private final Path file;
    private final JsonMapper mapper =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    SettingsStore(Path file) {
        this.file = file;
    }

    Settings read() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            Settings read = mapper.readValue(Files.readString(file), Settings.class);
            return read == null || read.theme() == null ? Settings.DEFAULT : read;
        } catch (IOException e) {
            setAside();
            return Settings.DEFAULT;
        }
    }

    /// Writes to a new file first, so that a crash leaves the old one.
    void write(Settings settings) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(
                    fresh, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(settings));
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void setAside() {
        try {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".unreadable"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException ignored) {
            // The defaults are used either way; the next write replaces the file.
        }
    }
}
