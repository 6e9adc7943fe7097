package dev.pareto.trial.output;

import dev.pareto.program.Output;
import dev.pareto.quantity.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One text that a run left: what it printed, or a file. The folder in which it ran has another
/// name for each variant, which is no difference of theirs: its path is replaced by a word.
///
/// @param name for people
/// @param hash of all of it, or all of it
/// @param text as far as it is kept, and is text
/// @param isReadable the text is all there is
/// @param summary for people, where the text cannot show a difference
record Sheet(String name, String hash, String text, boolean isReadable, String summary) {
    /// The names of the files that are left.
    static final String FILES = "files";

    private static final String STDOUT = "stdout";
    private static final String FILE = "file ";
    private static final long LARGEST_FILE = 10_000_000;

    /// The texts by which two outputs differ, by name; [#of] finds them again in every run.
    static List<String> differing(Output before, Output after) {
        var names = new ArrayList<String>();
        if (!before.stdout().equals(after.stdout())) {
            names.add(STDOUT);
        }
        if (!before.files().keySet().equals(after.files().keySet())) {
            names.add(FILES);
        }
        before.files()
                .forEach(
                        (file, hash) -> {
                            if (!after.files().getOrDefault(file, hash).equals(hash)) {
                                names.add(FILE + file);
                            }
                        });
        return names;
    }

    static Sheet of(Leftovers left, String name) {
        return switch (name) {
            case STDOUT -> stdout(left);
            case FILES -> {
                String text = String.join("\n", left.output().files().keySet());
                yield new Sheet(FILES, text, text, true, text);
            }
            default -> file(left, name.substring(FILE.length()));
        };
    }

    private static Sheet stdout(Leftovers left) {
        Output.Stream stream = left.output().stdout();
        return new Sheet(
                STDOUT,
                stream.sha256(),
                withoutFolder(stream.text(), left.folder()),
                !stream.isTruncated() && isText(stream.head()),
                summary(stream.size(), stream.sha256()));
    }

    /// Reads a file which lies in the run's folder. What cannot be read there is compared by its
    /// hash.
    private static Sheet file(Leftovers left, String path) {
        String name = FILE + path;
        String hash = left.output().files().getOrDefault(path, "");
        Path file = left.folder().resolve(path);
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= LARGEST_FILE) {
                byte[] content = Files.readAllBytes(file);
                String summary = summary(new Bytes(content.length), hash);
                var charset =
                        isText(content) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
                String text = withoutFolder(new String(content, charset), left.folder());
                return isText(content)
                        ? new Sheet(name, hash, text, true, summary)
                        : new Sheet(name, text, "", false, summary);
            }
        } catch (IOException e) {
            // Compared by its hash.
        }
        return new Sheet(name, hash, "", false, "SHA-256 " + shortened(hash));
    }

    List<String> lines() {
        return Texts.lines(text);
    }

    private static String withoutFolder(String text, Path folder) {
        Path parent = folder.getParent();
        String replaced = text.replace(folder.toString(), "‹folder›");
        return parent == null || parent.getNameCount() < 2
                ? replaced
                : replaced.replace(parent.toString(), "‹folder›/..");
    }

    private static String summary(Bytes size, String hash) {
        return size.count() + " bytes, SHA-256 " + shortened(hash);
    }

    private static String shortened(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) + "…" : hash;
    }

    private static boolean isText(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
