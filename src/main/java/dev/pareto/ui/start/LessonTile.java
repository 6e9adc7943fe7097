package dev.pareto.ui.start;

import java.util.List;

/// A lesson as its card shows it.
///
/// @param id what opens it; @param number as in "05"
/// @param level as in "starter"; @param minutes it takes
/// @param best result so far, as in "11.0× faster"; empty where there is none
public record LessonTile(
        String id,
        String number,
        String title,
        List<String> concepts,
        String level,
        int minutes,
        String best) {
    public LessonTile {
        concepts = List.copyOf(concepts);
    }
}
