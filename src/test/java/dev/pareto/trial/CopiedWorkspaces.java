package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.Command;
import dev.pareto.python.Limits;
import dev.pareto.python.Workspace;
import dev.pareto.python.Workspaces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plain copies of small folders.
final class CopiedWorkspaces implements Workspaces {
    private final Path folder;
    private int count;

    CopiedWorkspaces(Path folder) {
        this.folder = folder;
    }

    @Override
    public Made make(Program program, Variant variant) {
        try {
            Path root = Files.createDirectory(folder.resolve("copy" + (100 + count++)));
            return new Made.Ready(new Copy(program, variant, root));
        } catch (IOException e) {
            return new Made.Failed(e.toString());
        }
    }

    private record Copy(Program program, Variant variant, Path root) implements Workspace {
        @Override
        public Command command(Input input, Limits limits, Map<String, String> extra) {
            var argv =
                    new ArrayList<String>(List.of(program.interpreter().executable().toString()));
            switch (program.target()) {
                case Target.Script(String path) -> argv.add(root.resolve(path).toString());
                case Target.Module(String name) -> argv.addAll(List.of("-m", name));
            }
            argv.addAll(input.texts());
            var environment = new HashMap<String, String>();
            environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
            environment.putAll(extra);
            return new Command(argv, environment, root, input.stdin(), root, limits);
        }

        @Override
        public Map<String, String> leftFiles() {
            var left = new TreeMap<>(hashes(root));
            originals().forEach((name, hash) -> left.remove(name, hash));
            return left;
        }

        @Override
        public void reset() {
            try {
                for (String name : hashes(root).keySet()) {
                    Files.delete(root.resolve(name));
                }
                for (String name : hashes(program.root()).keySet()) {
                    Path file = root.resolve(name);
                    Files.createDirectories(file.getParent());
                    Files.copy(program.root().resolve(name), file);
                }
                for (var change : variant.changes().entrySet()) {
                    Files.writeString(root.resolve(change.getKey()), change.getValue());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Map<String, String> originals() {
            var originals = new HashMap<>(hashes(program.root()));
            variant.changes()
                    .forEach(
                            (name, text) ->
                                    originals.put(
                                            name, hash(text.getBytes(StandardCharsets.UTF_8))));
            return originals;
        }

        @Override
        public Proof proof() {
            return new Proof.Loaded();
        }

        @Override
        public void close() {}

        private static Map<String, String> hashes(Path root) {
            var hashes = new TreeMap<String, String>();
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.toString().contains("__pycache__")) {
                        hashes.put(
                                root.relativize(file).toString(), hash(Files.readAllBytes(file)));
                    }
                }
                return hashes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String hash(byte[] content) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
