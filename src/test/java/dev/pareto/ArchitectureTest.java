package dev.pareto;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Who may know whom. A room is a package right below `dev.pareto`, with all that is below it; a
/// room that does not exist yet breaks no rule.
class ArchitectureTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.pareto");

    /// The rooms that each room may import, beside itself and `quantity`.
    private static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry(
                            "workbench",
                            Set.of(
                                    "lesson",
                                    "exchange",
                                    "report",
                                    "history",
                                    "advice",
                                    "trial",
                                    "profiler",
                                    "python",
                                    "program",
                                    "source",
                                    "profile",
                                    "stats")),
                    Map.entry("lesson", Set.of("advice", "trial", "profiler", "program")),
                    Map.entry("report", Set.of("trial", "profile", "program")),
                    Map.entry("exchange", Set.of("profile", "trial", "program")),
                    Map.entry("history", Set.of("trial", "profile", "program")),
                    Map.entry("advice", Set.of("source", "profile", "program", "python")),
                    Map.entry("trial", Set.of("python", "program", "stats")),
                    Map.entry("profiler", Set.of("python", "program", "profile")),
                    Map.entry("python", Set.of("program", "source")),
                    Map.entry("program", Set.of()),
                    Map.entry("source", Set.of()),
                    Map.entry("profile", Set.of()),
                    Map.entry("stats", Set.of()),
                    Map.entry("quantity", Set.of()));

    private static final Set<String> SHELLS = Set.of("ui", "cli");

    @Test
    void everyClassLivesInARoomOfThePlan() {
        var unknown = new TreeSet<String>();
        for (JavaClass one : PRODUCT) {
            String name = one.getPackageName() + ".";
            String room = name.replaceFirst("^dev\\.pareto\\.([^.]*).*$", "$1");
            if (!room.isEmpty() && !ARROWS.containsKey(room) && !SHELLS.contains(room)) {
                unknown.add(room);
            }
        }
        assertEquals(Set.of(), unknown, "rooms without arrows: nobody can say who may use them");
    }

    @TestFactory
    Stream<DynamicTest> followsTheArrowsOutOf() {
        return ARROWS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        arrow ->
                                rule(
                                        arrow.getKey(),
                                        noClasses()
                                                .that()
                                                .resideInAPackage(in(arrow.getKey()))
                                                .should()
                                                .dependOnClassesThat(
                                                        outside(arrow.getKey(), arrow.getValue()))
                                                .because(
                                                        "knowledge flows one way: "
                                                                + arrow.getKey()
                                                                + " may know "
                                                                + new TreeSet<>(arrow.getValue())
                                                                + " and quantity")));
    }

    @TestFactory
    Stream<DynamicTest> bottomRoomsUseTheJdkAlone() {
        return Stream.of("program", "source", "profile", "stats", "quantity")
                .map(
                        room ->
                                rule(
                                        room,
                                        classes()
                                                .that()
                                                .resideInAPackage(in(room))
                                                .should()
                                                .onlyDependOnClassesThat(are(bottom(room)))
                                                .because(
                                                        "the model is to outlive every library;"
                                                                + " source alone takes differences from"
                                                                + " java-diff-utils")));
    }

    @TestFactory
    Stream<DynamicTest> shellsKnowTheUseCasesAndWhatTheySpeakOf() {
        var spoken = UseCases.vocabulary(PRODUCT);
        return SHELLS.stream()
                .sorted()
                .map(
                        shell ->
                                rule(
                                        shell,
                                        noClasses()
                                                .that()
                                                .resideInAPackage(in(shell))
                                                .should()
                                                .dependOnClassesThat(
                                                        outside(shell, Set.of("workbench"))
                                                                .and(
                                                                        DescribedPredicate.not(
                                                                                spoken)))
                                                .because(
                                                        "the window and the command line do the"
                                                                + " same jobs: by the use cases of"
                                                                + " workbench, and what they return")));
    }

    @TestFactory
    Stream<DynamicTest> keepsEachTechnologyInOneRoom() {
        return Stream.of(
                rule(
                        "JavaFX and its libraries: ui",
                        only(
                                List.of("ui"),
                                resideInAnyPackage(
                                        "javafx..",
                                        "com.sun.javafx..",
                                        "org.fxmisc..",
                                        "org.reactfx..",
                                        "org.jfree..",
                                        "atlantafx..",
                                        "org.kordamp.."),
                                "the core runs where there is no display")),
                rule(
                        "SQL: history",
                        only(
                                List.of("history"),
                                resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."),
                                "what is kept is the business of one room")),
                rule(
                        "arguments of the command line: cli",
                        only(
                                List.of("cli"),
                                resideInAPackage("picocli.."),
                                "commands are a shell over the use cases")),
                rule("processes: python", Concurrency.PROCESSES),
                rule("threads: ui.fx, profiler and python", Concurrency.THREADS),
                rule("the JavaFX thread: ui.fx", Concurrency.FX_THREAD));
    }

    @Test
    void featuresOfTheWindowMeetOnlyInMain() {
        slices().matching("dev.pareto.ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(in("ui.main")), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAnyPackage(in("ui.fx"), in("ui.control")))
                .because(
                        "a feature can be read, tested and thrown away alone; ui.main composes them,"
                                + " ui.fx and ui.control are the plumbing of all")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.pareto.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package with a wall in it")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void viewModelsSeeNoWidgets() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("javafx..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        "javafx.beans..", "javafx.collections.."))))
                .because("what a screen says is tested without the screen")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void noClassIsNamedForNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl)")
                .orShould()
                .resideInAnyPackage(
                        "..common..", "..util..", "..utils..", "..helper..", "..helpers..")
                .because("such names gather what belongs elsewhere, and close import cycles")
                .check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = new TreeSet<String>();
        for (JavaClass one : PRODUCT) {
            if (!one.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(one.getPackageName());
            }
        }
        assertEquals(Set.of(), unmarked, "packages whose package-info lacks @NullMarked");
    }

    private static DynamicTest rule(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(true).check(PRODUCT));
    }

    private static ArchRule only(
            List<String> rooms, DescribedPredicate<JavaClass> technology, String reason) {
        return noClasses()
                .that(Concurrency.areNeitherIn(rooms))
                .should()
                .dependOnClassesThat(technology)
                .because(reason);
    }

    /// Classes of ours outside `room`, the rooms that it may know and `quantity`.
    private static DescribedPredicate<JavaClass> outside(String room, Set<String> known) {
        var rooms = Stream.concat(Stream.of(room, "quantity"), known.stream());
        return resideInAPackage("dev.pareto..")
                .and(
                        DescribedPredicate.not(
                                resideInAnyPackage(
                                        rooms.map(ArchitectureTest::in).toArray(String[]::new))));
    }

    private static DescribedPredicate<JavaClass> bottom(String room) {
        var allowed =
                resideInAnyPackage("java..", "org.jspecify..", in("quantity"), in(room))
                        .or(
                                DescribedPredicate.describe(
                                        "primitives and arrays of them",
                                        type -> type.getBaseComponentType().isPrimitive()));
        return room.equals("source")
                ? allowed.or(resideInAPackage("com.github.difflib.."))
                : allowed;
    }

    static String in(String room) {
        return "dev.pareto." + room + "..";
    }
}
