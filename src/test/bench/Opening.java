import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;

import dev.pareto.exchange.CollapsedStacks;
import dev.pareto.exchange.JsonProfiles;
import dev.pareto.exchange.ParetoJsonWriter;
import dev.pareto.exchange.SpeedscopeReader;
import dev.pareto.profile.CallNode;
import dev.pareto.profile.Profile;
import dev.pareto.report.Code;
import dev.pareto.report.ProfilePage;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/// How long large profiles take to open. Each figure is the first of a new process: one writes the
/// file, another one opens it. See README.md.
public final class Opening {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// A tree in JSON is so much larger than its stacks in a line each.
    private static final double NODES_FOR_STACKS = 4.3;

    private Opening() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("open")) {
            open(file);
            return;
        }
        long bytes = Math.round(Double.parseDouble(arguments[2]) * 1e6);
        // How many different stacks there are: few repeat often, many make a large tree.
        var stacks = new Stacks(arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60_000);
        String name = file.toString();
        String text =
                name.endsWith(".collapsed")
                        ? collapsed(stacks, bytes)
                        : name.endsWith(".speedscope.json")
                                ? speedscope(stacks, bytes, name.contains("events"))
                                : json(bytes);
        Files.writeString(file, text);
    }

    private static void open(Path file) throws Exception {
        System.out.printf(
                "%s: %.1f MB, load %.1f%n",
                file.getFileName(), Files.size(file) / 1e6, MACHINE.getSystemLoadAverage());
        var time = new Time();
        Profile profile = read(file);
        time.say("opened");
        System.out.printf(
                "  %,d samples, %,d functions, %,d nodes, %s in all%n",
                profile.samples(),
                profile.functions().size(),
                nodes(profile.tree()),
                profile.wall());
        time = new Time();
        int size = ProfilePage.write(profile, "big", Code.UNKNOWN).length();
        time.say("as a page of %.1f MB".formatted(size / 1e6));
    }

    /// On the clock, and on the processors with all threads of this process: where the machine does
    /// other things too, the latter says more.
    private static final class Time {
        private final long begin = System.nanoTime();
        private final long cpu = MACHINE.getProcessCpuTime();

        void say(String what) {
            System.out.printf(
                    "  %s: %.2f s, CPU %.2f s%n",
                    what,
                    (System.nanoTime() - begin) / 1e9,
                    (MACHINE.getProcessCpuTime() - cpu) / 1e9);
        }
    }

    private static Profile read(Path file) throws Exception {
        String text = Files.readString(file);
        String name = file.toString();
        return name.endsWith(".collapsed")
                ? CollapsedStacks.read(text)
                : name.endsWith(".speedscope.json")
                        ? SpeedscopeReader.read(text)
                        : JsonProfiles.read(text);
    }

    private static long nodes(CallNode tree) {
        var open = new ArrayDeque<CallNode>();
        open.push(tree);
        long count = 0;
        while (!open.isEmpty()) {
            count++;
            open.pop().children().forEach(open::push);
        }
        return count;
    }

    /// Stacks of 5 to 18 of 3,000 functions, the outermost four always the same; some are seen much
    /// oftener than others.
    private static final class Stacks {
        private final Random random = new Random(1);
        private final int[][] kinds;

        Stacks(int count) {
            kinds = new int[count][];
            for (int i = 0; i < count; i++) {
                kinds[i] = new int[5 + random.nextInt(14)];
                for (int j = 0; j < kinds[i].length; j++) {
                    kinds[i][j] = j < 4 ? j : random.nextInt(3000);
                }
            }
        }

        int[] next() {
            return kinds[(int) Math.abs(random.nextGaussian() * kinds.length / 4) % kinds.length];
        }
    }

    private static String collapsed(Stacks stacks, long bytes) {
        var text = new StringBuilder();
        while (text.length() < bytes) {
            text.append(
                            Arrays.stream(stacks.next())
                                    .mapToObj(Opening::name)
                                    .collect(Collectors.joining(";")))
                    .append(" 1000\n");
        }
        return text.toString();
    }

    private static String name(int frame) {
        return "f" + frame + " (m" + frame % 90 + ".py:" + frame + ")";
    }

    /// @param events opened and closed frames, where others have samples
    private static String speedscope(Stacks stacks, long bytes, boolean events) {
        var text = new StringBuilder();
        text.append(
                "{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\",\"shared\":{\"frames\":[");
        for (int i = 0; i < 3000; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(
                            "{\"name\":\"f%d\",\"file\":\"m%d.py\",\"line\":%d}"
                                    .formatted(i, i % 90, i));
        }
        text.append(
                "]},\"profiles\":[{\"name\":\"big\",\"unit\":\"milliseconds\",\"startValue\":0,");
        text.append(events ? events(stacks, bytes) : samples(stacks, bytes));
        return text.append("}]}").toString();
    }

    private static String samples(Stacks stacks, long bytes) {
        var samples = new StringBuilder("\"type\":\"sampled\",\"samples\":[");
        var weights = new StringBuilder();
        long count = 0;
        while (samples.length() + weights.length() < bytes) {
            samples.append(count == 0 ? "" : ",")
                    .append(
                            Arrays.stream(stacks.next())
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(",", "[", "]")));
            weights.append(count == 0 ? "1" : ",1");
            count++;
        }
        return samples.append("],\"weights\":[").append(weights).append("],\"endValue\":")
                + ""
                + count;
    }

    private static String events(Stacks stacks, long bytes) {
        var text = new StringBuilder("\"type\":\"evented\",\"events\":[");
        long at = 0;
        String between = "";
        while (text.length() < bytes) {
            int[] stack = stacks.next();
            for (int i = 0; i < 2 * stack.length; i++) {
                boolean opens = i < stack.length;
                text.append(between)
                        .append("{\"type\":\"")
                        .append(opens ? 'O' : 'C')
                        .append("\",\"frame\":")
                        .append(opens ? stack[i] : stack[2 * stack.length - 1 - i])
                        .append(",\"at\":")
                        .append(at++)
                        .append('}');
                between = ",";
            }
        }
        return text.append("],\"endValue\":") + "" + at;
    }

    /// Our own form keeps the tree, not the samples: each stack once.
    private static String json(long bytes) throws Exception {
        String samples = collapsed(new Stacks(2_000_000), Math.round(bytes / NODES_FOR_STACKS));
        Profile profile = CollapsedStacks.read(samples);
        return new ObjectMapper().writeValueAsString(ParetoJsonWriter.write(profile));
    }
}
