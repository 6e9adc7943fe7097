package dev.pareto.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.profile.CallTable.Call;
import dev.pareto.profile.CallTable.Function;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CallTableTest {
    private static final CodeFile FILE = new CodeFile("a.py", CodeFile.Owner.OWN);

    @Test
    void sharesAFunctionAmongItsCallers() {
        var table =
                new CallTable(
                        List.of(
                                function("main", 1, 10, call(1, 6), call(2, 3)),
                                function("f", 2, 6, call(2, 4)),
                                function("g", 7, 7)));
        assertEquals(List.of("main 10.0", " f 6.0", "  g 4.0", " g 3.0"), words(table));
    }

    @Test
    void beginsWithWhatIsCalledAgainFromWithin() {
        // A program is begun by `exec`, and each import calls it again.
        var table =
                new CallTable(
                        List.of(
                                function("exec", 0, 10, call(1, 9), call(2, 1)),
                                function("main", 7, 9, call(2, 2)),
                                function("import", 2, 3, call(0, 1))));
        assertEquals("exec 9.0", words(table).getFirst());
        assertEquals(" main 8.1", words(table).get(1));
    }

    private static Function function(String name, double self, double total, Call... callees) {
        return new Function(name, FILE, 1, 1, 1, self, total, List.of(callees));
    }

    private static Call call(int callee, double total) {
        return new Call(callee, 1, 1, 0, total);
    }

    private static List<String> words(CallTable table) {
        return table.tree().children().stream().flatMap(n -> words(n, "").stream()).toList();
    }

    private static List<String> words(CallNode node, String indent) {
        var found = new ArrayList<String>();
        found.add(indent + node.frame().function() + " " + round(node));
        node.children().forEach(child -> found.addAll(words(child, indent + " ")));
        return found;
    }

    private static double round(CallNode node) {
        return Math.round(node.total().wall().seconds() * 10) / 10.0;
    }
}
