package dev.pareto.python;

import dev.pareto.quantity.Bytes;

import java.util.Set;

/// What of a root is copied into a workspace.
///
/// @param limit of everything that is copied
/// @param leftOut folders and files that are not there in a run, as paths under the root with
///   forward slashes
/// @param linked folders and files that are the user's own ones in a run: a program that writes
///   there writes into the user's folder
public record CopyOptions(Bytes limit, Set<String> leftOut, Set<String> linked) {
    public static final CopyOptions DEFAULT =
            new CopyOptions(Bytes.ofMega(200), Set.of(), Set.of());

    public CopyOptions {
        leftOut = Set.copyOf(leftOut);
        linked = Set.copyOf(linked);
    }
}
