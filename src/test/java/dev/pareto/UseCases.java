package dev.pareto;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// The words of the use cases: every class of ours that can be reached from what a public method of
/// `workbench` takes or returns, by asking for results, or by listening, and nothing else.
final class UseCases {
    private static final String WORKBENCH = "dev.pareto.workbench";

    private final Set<JavaClass> known = new HashSet<>();
    private final ArrayDeque<JavaClass> open = new ArrayDeque<>();

    private UseCases() {}

    static DescribedPredicate<JavaClass> vocabulary(JavaClasses product) {
        var useCases = new UseCases();
        for (JavaClass one : product) {
            if (one.getPackageName().startsWith(WORKBENCH) && isPublic(one)) {
                useCases.open.add(one);
            }
        }
        useCases.follow();
        return describe("spoken of by the use cases", useCases.known::contains);
    }

    private void follow() {
        for (JavaClass one = open.poll(); one != null; one = open.poll()) {
            // What an interface with one method is given is what its implementer is told.
            boolean spokenTo =
                    one.getPackageName().startsWith(WORKBENCH)
                            || (one.isInterface() && one.getMethods().size() == 1);
            for (JavaCodeUnit unit : one.getCodeUnits()) {
                if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
                    learn(unit.getReturnType());
                    unit.getExceptionTypes().forEach(this::learn);
                    if (spokenTo) {
                        unit.getParameterTypes().forEach(this::learn);
                    }
                }
            }
            one.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                    .forEach(field -> learn(field.getType()));
        }
    }

    /// A sealed result is known with all that it may be.
    private void learn(JavaType type) {
        for (JavaClass involved : type.getAllInvolvedRawTypes()) {
            JavaClass one = involved.getBaseComponentType();
            if (one.getPackageName().startsWith("dev.pareto") && known.add(one)) {
                open.add(one);
                one.getSubclasses().forEach(this::learn);
                one.getEnclosingClass().ifPresent(this::learn);
            }
        }
    }

    private static boolean isPublic(JavaClass one) {
        return one.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
