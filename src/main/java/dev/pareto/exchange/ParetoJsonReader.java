package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.CodeFile.Owner;
import dev.pareto.profile.ContainerSeen;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Reads what [ParetoJsonWriter] wrote, and what pareto printed with `--json`.
public final class ParetoJsonReader {
    private ParetoJsonReader() {}

    /// The profile of a text.
    ///
    /// @throws ExchangeException when it is none, or one of a later Pareto
    static Profile read(String text) throws ExchangeException {
        return JsonText.read(text, ParetoJsonReader::read);
    }

    /// All but the tree is small.
    private static Profile read(JsonParser json) throws IOException, ExchangeException {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        CallNode[] tree = {null};
        JsonText.members(
                json,
                name -> {
                    if (name.equals("stacks")) {
                        tree[0] = new TreeJsonReader(json).read();
                        return;
                    }
                    rest.set(name, json.readValueAsTree());
                    if (name.equals("schema")) {
                        check(rest);
                    }
                });
        check(rest);
        return profile(rest, tree[0]);
    }

    private static void check(JsonNode json) throws ExchangeException {
        String schema = json.path("schema").asText();
        if (!schema.equals(ParetoJsonWriter.SCHEMA)) {
            throw new ExchangeException(
                    "Its schema is \"%s\"; this version knows %s."
                            .formatted(schema, ParetoJsonWriter.SCHEMA));
        }
    }

    private static Profile profile(JsonNode json, @Nullable CallNode tree)
            throws ExchangeException {
        JsonNode memory = json.path("memory");
        return new Profile(
                engine(json.path("engine").asText()),
                wall(json, "wall_s"),
                cpu(json, "cpu_s"),
                wall(json, "wait_s"),
                wall(json, "startup_s"),
                count(json, "samples"),
                count(json, "dropped"),
                all(json.path("functions"), ParetoJsonReader::function),
                all(json.path("lines"), ParetoJsonReader::line),
                known(tree),
                new MemoryTimeline(
                        bytes(memory, "peak"),
                        all(memory.path("timeline"), ParetoJsonReader::point)),
                all(json.path("threads"), ParetoJsonReader::thread),
                all(json.path("containers"), ParetoJsonReader::container),
                cpu(json, "engine_cpu_s"),
                json.path("complete").asBoolean(true),
                all(json.path("notes"), JsonNode::asText));
    }

    private static CallNode known(@Nullable CallNode tree) throws ExchangeException {
        if (tree == null) {
            throw missing(TreeJsonReader.SELF);
        }
        return tree;
    }

    static ExchangeException none(String figure, String value) {
        return new ExchangeException("The figure " + figure + " is none: " + value + ".");
    }

    static ExchangeException missing(String figure) {
        return new ExchangeException("The figure " + figure + " is missing.");
    }

    private interface Part<T> {
        T read(JsonNode json) throws ExchangeException;
    }

    private static <T> List<T> all(JsonNode array, Part<T> part) throws ExchangeException {
        List<T> found = new ArrayList<>(array.size());
        for (JsonNode one : array) {
            found.add(part.read(one));
        }
        return found;
    }

    private static EngineKind engine(String id) throws ExchangeException {
        return Stream.of(EngineKind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ExchangeException("It is of an unknown engine, \"" + id + "\"."));
    }

    private static FunctionCost function(JsonNode json) throws ExchangeException {
        return new FunctionCost(
                json.path("name").asText(),
                file(json),
                json.path("line").asInt(),
                self(json),
                total(json),
                optional(json, "calls"),
                optional(json, "primitive_calls"));
    }

    private static LineCost line(JsonNode json) throws ExchangeException {
        return new LineCost(
                file(json),
                json.path("line").asInt(),
                self(json),
                total(json),
                bytes(json, "rss_up"),
                bytes(json, "rss_down"),
                optional(json, "hits"));
    }

    private static MemoryTimeline.Point point(JsonNode json) throws ExchangeException {
        return new MemoryTimeline.Point(
                new WallTime(figure(json.path(0), "a moment")), new Bytes(json.path(1).asLong()));
    }

    private static ThreadCost thread(JsonNode json) throws ExchangeException {
        return new ThreadCost(
                json.path("process").asInt(),
                json.path("thread").asInt(),
                cost(json, "wall_s", ""),
                wall(json, "gil_s"));
    }

    private static ContainerSeen container(JsonNode json) throws ExchangeException {
        return new ContainerSeen(
                file(json),
                json.path("line").asInt(),
                json.path("function").asText(),
                json.path("variable").asText(),
                json.path("type").asText(),
                count(json, "samples"),
                figure(json.path("mean_length"), "mean_length"),
                count(json, "longest"));
    }

    /// Files of earlier versions say of functions whether they are own, and of lines nothing: those
    /// always are.
    static CodeFile file(String path, String owner, boolean own) {
        for (Owner one : Owner.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(owner)) {
                return new CodeFile(path, one);
            }
        }
        return own
                ? new CodeFile(path, Owner.OWN)
                : ImportedFiles.of(path).isOwn()
                        ? new CodeFile(path, Owner.LIBRARY)
                        : ImportedFiles.of(path);
    }

    private static CodeFile file(JsonNode json) {
        return file(
                json.path("file").asText(),
                json.path("owner").asText(),
                json.path("own").asBoolean(true));
    }

    private static Cost self(JsonNode json) throws ExchangeException {
        return cost(json, "self_s", "");
    }

    private static Cost total(JsonNode json) throws ExchangeException {
        return cost(json, "total_s", "total_");
    }

    private static Cost cost(JsonNode json, String wall, String prefix) throws ExchangeException {
        return new Cost(
                new WallTime(required(json, wall)),
                cpu(json, prefix + "cpu_s"),
                wall(json, prefix + "wait_s"),
                wall(json, prefix + "queue_s"),
                count(json, prefix + "samples"));
    }

    private static double required(JsonNode json, String name) throws ExchangeException {
        if (!json.path(name).isNumber()) {
            throw missing(name);
        }
        return figure(json.path(name), name);
    }

    private static WallTime wall(JsonNode json, String name) throws ExchangeException {
        return new WallTime(figure(json.path(name), name));
    }

    private static CpuTime cpu(JsonNode json, String name) throws ExchangeException {
        return new CpuTime(figure(json.path(name), name));
    }

    private static Bytes bytes(JsonNode json, String name) throws ExchangeException {
        return new Bytes(count(json, name));
    }

    /// 0 where it is absent.
    private static double figure(JsonNode value, String name) throws ExchangeException {
        double figure = value.asDouble(0);
        if ((!value.isMissingNode() && !value.isNumber())
                || !Double.isFinite(figure)
                || figure < 0) {
            throw none(name, value.toString());
        }
        return figure;
    }

    private static long count(JsonNode json, String name) throws ExchangeException {
        return (long) figure(json.path(name), name);
    }

    private static OptionalLong optional(JsonNode json, String name) throws ExchangeException {
        return json.has(name) ? OptionalLong.of(count(json, name)) : OptionalLong.empty();
    }
}
