import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.exchange.CollapsedStacks;
import dev.pareto.exchange.JsonProfiles;
import dev.pareto.exchange.ParetoJsonWriter;
import dev.pareto.exchange.SpeedscopeReader;
import dev.pareto.profile.Profile;
import dev.pareto.report.Code;
import dev.pareto.report.ProfilePage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// How long large profiles take to open. Each figure is the first of a new process: start it once
/// for each form. See README.md.
public final class Opening {
    private static final int SAMPLES = 1_000_000;
    private static final int MEGABYTES = 50;

    private Opening() {}

    public static void main(String[] arguments) throws Exception {
        String form = arguments[0];
        Path file = Files.createTempFile("opening-", "." + form);
        try {
            long samples = write(file, form);
            System.out.printf("%s: %,d samples, %.1f MB%n", form, samples, Files.size(file) / 1e6);
            long begin = System.nanoTime();
            Profile profile = read(file, form);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "  opened in %.2f s: %,d functions, %s in all%n",
                    seconds, profile.functions().size(), profile.wall());
            begin = System.nanoTime();
            int size = ProfilePage.write(profile, "big", Code.UNKNOWN).length();
            System.out.printf(
                    "  as a page: %.1f MB in %.2f s%n",
                    size / 1e6, (System.nanoTime() - begin) / 1e9);
        } finally {
            Files.delete(file);
        }
    }

    private static Profile read(Path file, String form) throws Exception {
        String text = Files.readString(file);
        return switch (form) {
            case "collapsed" -> CollapsedStacks.read(text);
            case "json" -> JsonProfiles.read(text);
            default -> SpeedscopeReader.read(text);
        };
    }

    /// Stacks of 5 to 30 of 3,000 functions, most of them seen again and again; written until there
    /// are a million samples, and at least 50 MB.
    private static long write(Path file, String form) throws Exception {
        if (form.equals("json")) {
            return json(file);
        }
        var random = new Random(1);
        int[][] kinds = kinds(random);
        boolean collapsed = form.equals("collapsed");
        var samples = new StringBuilder(MEGABYTES * 1_100_000);
        var weights = new StringBuilder();
        long count = 0;
        while (collapsed ? samples.length() < MEGABYTES * 1_000_000 : count < SAMPLES) {
            int[] stack =
                    kinds[(int) Math.abs(random.nextGaussian() * kinds.length / 4) % kinds.length];
            String between = "";
            samples.append(collapsed ? "" : count == 0 ? "[" : ",[");
            for (int frame : stack) {
                samples.append(between);
                if (collapsed) {
                    samples.append('f')
                            .append(frame)
                            .append(" (m")
                            .append(frame % 90)
                            .append(".py:")
                            .append(frame)
                            .append(')');
                } else {
                    samples.append(frame);
                }
                between = collapsed ? ";" : ",";
            }
            samples.append(collapsed ? " 1000\n" : "]");
            weights.append(count == 0 ? "1" : ",1");
            count++;
        }
        var text = new StringBuilder();
        if (!collapsed) {
            text.append(
                    "{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\",\"shared\":{\"frames\":[");
            for (int i = 0; i < 3000; i++) {
                text.append(i == 0 ? "" : ",")
                        .append(
                                "{\"name\":\"f%d\",\"file\":\"m%d.py\",\"line\":%d}"
                                        .formatted(i, i % 90, i));
            }
            text.append(
                            "]},\"profiles\":[{\"type\":\"sampled\",\"name\":\"big\",\"unit\":\"milliseconds\",\"startValue\":0,\"endValue\":")
                    .append(count)
                    .append(",\"samples\":[")
                    .append(samples)
                    .append("],\"weights\":[")
                    .append(weights)
                    .append("]}]}");
            samples = text;
        }
        Files.writeString(file, samples);
        return count;
    }

    private static int[][] kinds(Random random) {
        int[][] kinds = new int[60_000][];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = new int[5 + random.nextInt(14)];
            for (int j = 0; j < kinds[i].length; j++) {
                kinds[i][j] = j < 4 ? j : random.nextInt(3000);
            }
        }
        return kinds;
    }

    /// Our own form keeps the tree, not the samples: as many nodes as fill the file.
    private static long json(Path file) throws Exception {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < 16_000; i++) {
            String between = "";
            for (int depth = 5 + random.nextInt(26), j = 0; j < depth; j++) {
                int frame = j < 4 ? j : random.nextInt(3000);
                text.append(between).append("f%d (m%d.py:%d)".formatted(frame, frame % 90, frame));
                between = ";";
            }
            text.append(" 1000\n");
        }
        Profile profile = CollapsedStacks.read(text.toString());
        Files.writeString(
                file, new ObjectMapper().writeValueAsString(ParetoJsonWriter.write(profile)));
        return profile.samples();
    }
}
