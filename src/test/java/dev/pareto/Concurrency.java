package dev.pareto;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Where processes and threads may be started.
final class Concurrency {
    private static final Set<String> STARTS_A_THREAD =
            Set.of("<init>", "start", "startVirtualThread", "ofVirtual", "ofPlatform");

    static final ArchRule PROCESSES =
            noClasses()
                    .that(areNeitherIn(List.of("python")))
                    .should()
                    .dependOnClassesThat(type(ProcessBuilder.class))
                    .orShould()
                    .accessTargetWhere(
                            describe(
                                    "Runtime.exec",
                                    access -> targets(access, Runtime.class, Set.of("exec"))))
                    .because(
                            "limits, capped output and the end of the whole process tree hold only"
                                    + " for what python starts");

    static final ArchRule THREADS =
            noClasses()
                    .that(areNeitherIn(List.of("ui.fx", "profiler", "python")))
                    .should()
                    .dependOnClassesThat(
                            assignableTo(Executor.class)
                                    .or(type(Executors.class))
                                    .or(type(Timer.class))
                                    .or(resideInAPackage("javafx.concurrent..")))
                    .orShould()
                    .accessTargetWhere(describe("a start of a thread", Concurrency::startsAThread))
                    .because("the core is blocking code; which thread it blocks, ui.fx decides");

    static final ArchRule FX_THREAD =
            noClasses()
                    .that(areNeitherIn(List.of("ui.fx")))
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "Platform.runLater",
                                    access ->
                                            access.getTargetOwner()
                                                            .getName()
                                                            .equals("javafx.application.Platform")
                                                    && access.getTarget()
                                                            .getName()
                                                            .startsWith("run")))
                    .because("one place decides what runs on the JavaFX thread, and when");

    private Concurrency() {}

    /// Everything of ours but those rooms and the composition root, which sees all of them.
    static DescribedPredicate<JavaClass> areNeitherIn(List<String> rooms) {
        var packages = rooms.stream().map(ArchitectureTest::in).toArray(String[]::new);
        return DescribedPredicate.<JavaClass>not(resideInAnyPackage(packages))
                .and(
                        describe(
                                "not Pareto itself",
                                one -> !one.getName().matches("dev\\.pareto\\.Pareto(\\$.*)?")))
                .as("are neither in " + rooms + " nor Pareto itself");
    }

    private static boolean startsAThread(JavaAccess<?> access) {
        return targets(access, Thread.class, STARTS_A_THREAD)
                || (access.getTargetOwner().isAssignableTo(CompletableFuture.class)
                        && access.getTarget().getName().endsWith("Async"));
    }

    private static boolean targets(JavaAccess<?> access, Class<?> owner, Set<String> names) {
        return access.getTargetOwner().isAssignableTo(owner)
                && names.contains(access.getTarget().getName());
    }
}
