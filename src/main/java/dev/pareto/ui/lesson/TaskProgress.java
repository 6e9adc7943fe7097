package dev.pareto.ui.lesson;

/// How far a graded task is.
///
/// @param goal "Goal: 70 % of the reference’s gain"
/// @param word "D: 62.5 %"; @param reached and needed: 0 to 1
/// @param problem which part of the check failed, empty where none did
public record TaskProgress(
        String goal, String word, double reached, double needed, String problem) {}
