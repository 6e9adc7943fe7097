package dev.pareto.ui.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.program.Argument;

import org.junit.jupiter.api.Test;

import java.util.List;

class ArgumentRolesTest {
    private static final Argument SIZE = new Argument("12000", Argument.Role.SIZE);
    private static final Argument SEED = new Argument("7", Argument.Role.SEED);

    @Test
    void keepsRolesByPlaceWhileTheNumberStays() {
        assertEquals(
                List.of(new Argument("500", Argument.Role.SIZE), SEED),
                ArgumentRoles.edited(List.of(SIZE, SEED), List.of("500", "7")));
    }

    @Test
    void keepsRolesByTextWhereArgumentsComeAndGo() {
        assertEquals(
                List.of(Argument.plain("-v"), SIZE, SEED),
                ArgumentRoles.edited(List.of(SIZE, SEED), List.of("-v", "12000", "7")));
        assertEquals(List.of(SEED), ArgumentRoles.edited(List.of(SIZE, SEED), List.of("7")));
    }

    @Test
    void hasOneSizeAtMost() {
        assertEquals(
                List.of(Argument.plain("12000"), new Argument("7", Argument.Role.SIZE)),
                ArgumentRoles.marked(List.of(SIZE, SEED), 1, Argument.Role.SIZE));
    }
}
