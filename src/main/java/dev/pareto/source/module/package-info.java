/// One parsed file: its tree with parents, its scopes with every use of every name, its comments.
@NullMarked
package dev.pareto.source.module;

import org.jspecify.annotations.NullMarked;
