package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.pareto.exchange.ImportedStacks.Level;
import dev.pareto.profile.Profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads speedscope's file format: sampled and evented profiles, all of a file together.
public final class SpeedscopeReader {
    private final ImportedStacks stacks = new ImportedStacks();
    private final Set<String> units = new LinkedHashSet<>();
    private String exporter = "";
    private int[] frames = {};
    private boolean framesKnown;

    /// -1 where there is no list of them.
    private int profiles = -1;

    private boolean profilesRead;

    private SpeedscopeReader() {}

    /// The profile of a file's text.
    ///
    /// @throws ExchangeException when it is no such file
    public static Profile read(String text) throws ExchangeException {
        return new SpeedscopeReader().profile(text);
    }

    private Profile profile(String text) throws ExchangeException {
        pass(text);
        if (framesKnown && profiles > 0 && !profilesRead) {
            // Speedscope itself writes its frames behind the profiles that speak of them.
            pass(text);
        }
        if (!framesKnown || profiles <= 0) {
            throw new ExchangeException(
                    "It is no file of speedscope: the lists of frames and of profiles are"
                            + " missing.");
        }
        List<String> notes = new ArrayList<>();
        notes.add("Imported" + (exporter.isEmpty() ? "." : " from a file of " + exporter + "."));
        if (profiles > 1) {
            notes.add("The file's %d profiles are added up.".formatted(profiles));
        }
        notes.addAll(units);
        return stacks.profile(notes);
    }

    private void pass(String text) throws ExchangeException {
        JsonText.<Boolean>read(
                text,
                json -> {
                    JsonText.members(json, name -> member(json, name));
                    return true;
                });
    }

    private void member(JsonParser json, String name) throws IOException, ExchangeException {
        switch (name) {
            case "exporter" -> exporter = JsonText.text(json);
            case "shared" ->
                    JsonText.members(
                            json,
                            inner -> {
                                if (inner.equals("frames")) {
                                    frames(json);
                                } else {
                                    json.skipChildren();
                                }
                            });
            case "profiles" -> profiles(json);
            default -> json.skipChildren();
        }
    }

    private void frames(JsonParser json) throws IOException, ExchangeException {
        framesKnown = json.hasToken(JsonToken.START_ARRAY);
        List<Integer> found = new ArrayList<>();
        JsonText.elements(json, () -> found.add(stacks.level(frame(json))));
        frames = found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Level frame(JsonParser json) throws IOException, ExchangeException {
        var name =
                new Object() {
                    String function = "";
                    String file = "";
                    int line;
                };
        JsonText.members(
                json,
                member -> {
                    switch (member) {
                        case "name" -> name.function = JsonText.text(json);
                        case "file" -> name.file = JsonText.text(json);
                        case "line" -> name.line = JsonText.whole(json, 0);
                        default -> json.skipChildren();
                    }
                });
        return new Level(name.function, ImportedFiles.of(name.file), name.line);
    }

    private void profiles(JsonParser json) throws IOException, ExchangeException {
        if (!framesKnown) {
            profiles = json.hasToken(JsonToken.START_ARRAY) ? 0 : -1;
            JsonText.elements(
                    json,
                    () -> {
                        profiles++;
                        json.skipChildren();
                    });
            return;
        }
        profilesRead = true;
        profiles = json.hasToken(JsonToken.START_ARRAY) ? 0 : -1;
        JsonText.elements(
                json,
                () -> {
                    profiles++;
                    SpeedscopeProfile profile = new SpeedscopeProfile(stacks, frames);
                    JsonText.members(json, name -> profile.member(json, name));
                    profile.addAll().ifPresent(units::add);
                });
    }
}
