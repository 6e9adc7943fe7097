package dev.pareto.advice;

/// A place where a rule was considered and not offered, with the reason for people.
///
/// @param subject what it would have done: "Set for `seen`"
public record Refusal(String rule, String file, int line, String subject, String reason) {}
