package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Independence.Receiver;
import dev.pareto.advice.rule.OwnCode;
import dev.pareto.advice.rule.OwnMethods;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ValueSeen;

import java.util.List;
import java.util.Optional;

/// The objects whose methods a piece of work calls: were they of the classes that were looked at?
record Receivers(List<Receiver> objects, OwnCode own) {
    Receivers {
        objects = List.copyOf(objects);
    }

    List<Question> questions() {
        return objects.stream().<Question>map(this::question).toList();
    }

    private Question.Value question(Receiver object) {
        Question.Value value = new Code(object.module(), own).value(object.expression());
        // Named after a class that would do.
        String type =
                own.classes().stream()
                        .map(it -> it.type().name())
                        .filter(it -> new OwnMethods(own).gives("." + it, object.method()))
                        .findFirst()
                        .orElse("");
        return new Question.Value("object " + type + " " + value.id(), value.place());
    }

    /// Why what was seen of them speaks against it.
    Optional<String> reason(Observations seen) {
        for (Receiver object : objects) {
            Optional<ValueSeen> values = seen.value(question(object).id());
            String name = object.module().text(object.expression());
            if (values.isEmpty()) {
                return Optional.of("nobody saw what `" + name + "` is");
            }
            for (String type : values.get().types().keySet()) {
                if (!new OwnMethods(own).gives(type, object.method())) {
                    return Optional.of(
                            "`%s` is of type %s, of which too little is known"
                                    .formatted(name, type));
                }
            }
        }
        return Optional.empty();
    }

    /// How often each was looked at, of the one that was seen least.
    long seen(Observations seen) {
        return objects.stream()
                .mapToLong(it -> seen.value(question(it).id()).map(ValueSeen::times).orElse(0L))
                .min()
                .orElse(0);
    }
}
