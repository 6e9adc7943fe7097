/// The use cases: open → profile → advise → apply → trial → keep. Holds the session's state and the
/// settings; knows no toolkit.
@NullMarked
package dev.pareto.workbench;

import org.jspecify.annotations.NullMarked;
