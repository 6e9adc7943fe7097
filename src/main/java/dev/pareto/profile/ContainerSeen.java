package dev.pareto.profile;

/// A container that a local variable held while the program was seen at a line: evidence that costs
/// nothing, and says nothing of moments between samples.
///
/// @param file own code @param line where the program was
/// @param function as in the profile's functions
/// @param type built-in type, as in "list"
/// @param samples in which the variable was looked at and held one of this type
/// @param meanLength of these @param longest of these
public record ContainerSeen(
        CodeFile file,
        int line,
        String function,
        String variable,
        String type,
        long samples,
        double meanLength,
        long longest) {}
