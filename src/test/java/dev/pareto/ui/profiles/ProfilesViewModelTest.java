package dev.pareto.ui.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Profile;
import dev.pareto.ui.SampleProfiles;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProfilesViewModelTest {
    private final ShownProfile sampled = profile("1", "outside sampler", "baseline");
    private final ShownProfile traced = profile("2", "cProfile", "baseline");
    private final ShownProfile other = profile("3", "outside sampler", "set lookup");
    private final ProfilesViewModel model = new ProfilesViewModel();

    @Test
    void turnsToANewProfileAndKeepsTheOneBeforeForAChoice() {
        model.show("baseline", List.of(sampled), List.of());
        assertEquals(sampled, model.shownProperty().get());
        model.show("baseline", List.of(sampled, traced), List.of());
        assertEquals(traced, model.shownProperty().get());
        assertEquals(List.of(sampled, traced), model.choices());
        model.look(sampled);
        model.show("baseline", List.of(sampled, traced), List.of());
        assertEquals(sampled, model.shownProperty().get(), "what was chosen stays");
    }

    @Test
    void beginsWithTheFirstOfAnotherVariant() {
        model.show("baseline", List.of(sampled, traced), List.of(other));
        model.look(traced);
        model.show("A", List.of(other), List.of(sampled, traced));
        assertEquals(other, model.shownProperty().get());
        model.show("B", List.of(), List.of(other, sampled, traced));
        assertNull(model.shownProperty().get());
    }

    @Test
    void proposesTheOtherVariantByTheSameEngine() {
        model.show("A", List.of(other), List.of(traced, sampled));
        assertEquals(sampled, model.likelyReference());
        assertEquals(List.of(traced, sampled), model.references());
    }

    @Test
    void keepsTheReferenceWhenItIsMadeAnew() {
        model.show("A", List.of(other), List.of(sampled));
        model.againstProperty().set(sampled);
        ShownProfile again = profile("4", "outside sampler", "baseline");
        model.show("A", List.of(other), List.of(again));
        assertEquals(again, model.againstProperty().get());
        model.show("A", List.of(other), List.of());
        assertNull(model.againstProperty().get());
    }

    @Test
    void aFileStaysUntilAProgramHasSomethingToShow() {
        ShownProfile file = profile("file", "nightly.prof", "");
        model.open(file);
        assertEquals(file, model.shownProperty().get());
        model.clear();
        assertEquals(file, model.shownProperty().get());
        model.show("baseline", List.of(sampled), List.of());
        assertEquals(sampled, model.shownProperty().get());
        assertEquals(List.of(sampled, file), model.choices());
        assertEquals("nightly.prof", file.title());
        assertEquals("baseline, outside sampler", sampled.title());
    }

    private static ShownProfile profile(String key, String name, String of) {
        Profile like = SampleProfiles.baseline();
        return new ShownProfile(
                key,
                name,
                of,
                new Profile(
                        name.equals("cProfile") ? EngineKind.CPROFILE : EngineKind.OUTSIDE,
                        like.wall(),
                        like.cpu(),
                        like.waiting(),
                        like.startup(),
                        like.samples(),
                        0,
                        like.functions(),
                        like.lines(),
                        like.tree(),
                        like.memory(),
                        true,
                        List.of()));
    }
}
