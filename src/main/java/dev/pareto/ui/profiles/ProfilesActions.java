package dev.pareto.ui.profiles;

/// What the bar asks for. Called on the JavaFX thread.
///
/// @param open asks for a file with a profile, and shows it
/// @param install makes an environment with the packages of the engines
public record ProfilesActions(Runnable open, Runnable install) {}
