package dev.pareto.ui.flame;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.Frame;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.SampleProfiles;

import java.util.ArrayList;
import java.util.List;

/// Call trees to look at.
final class Trees {
    private static final CodeFile OWN = new CodeFile("report.py", CodeFile.Owner.OWN);
    private static final CodeFile LIBRARY =
            new CodeFile("/usr/lib/python3.13/re/__init__.py", CodeFile.Owner.LIBRARY);
    private static final CodeFile BUILTIN = new CodeFile("~", CodeFile.Owner.BUILTIN);

    private Trees() {}

    static CallNode own(String name, int line, double self, CallNode... children) {
        return node(name, OWN, line, self, 0, children);
    }

    static CallNode library(String name, double self, CallNode... children) {
        return node(name, LIBRARY, 5, self, 0, children);
    }

    static CallNode builtin(String name, double self) {
        return node(name, BUILTIN, 0, self, 0);
    }

    static CallNode waiting(String name, double self) {
        return node(name, BUILTIN, 0, self, self);
    }

    private static CallNode node(
            String name, CodeFile file, int line, double self, double wait, CallNode... below) {
        Cost own =
                new Cost(
                        new WallTime(self),
                        new CpuTime(self - wait),
                        new WallTime(wait),
                        WallTime.ZERO,
                        Math.round(self * 1000));
        Cost total = own;
        for (CallNode child : below) {
            total = total.plus(child.total());
        }
        return new CallNode(new Frame(name, file, line, line), own, total, List.of(below));
    }

    /// A program with all that a graph can show: libraries, recursion, waiting.
    static CallNode report() {
        CallNode compile =
                library(
                        "re.compile",
                        0.02,
                        library(
                                "_compiler.compile",
                                0.05,
                                library(
                                        "parse",
                                        0.05,
                                        library("_parse_sub", 0.02, library("_parse", 0.14))),
                                library("_code", 0.12)),
                        builtin("isinstance", 0.03));
        CallNode parse =
                own(
                        "parse_line",
                        22,
                        0.064,
                        compile,
                        library("strptime", 0.03, library("_strptime", 0.1)),
                        builtin("split", 0.038),
                        builtin("strip", 0.02));
        CallNode load = own("load_report", 12, 0.05, parse, library("DictReader.__next__", 0.15));
        CallNode walk =
                own(
                        "walk",
                        60,
                        0.05,
                        own("walk", 60, 0.06, own("walk", 60, 0.07, builtin("len", 0.1))));
        CallNode fetch =
                own(
                        "fetch_rates",
                        40,
                        0.03,
                        library(
                                "urlopen",
                                0.02,
                                library("do_open", 0.03, waiting("recv_into", 0.26))));
        CallNode main = own("main", 90, 0.01, load, walk, fetch);
        return own("report.py", 0, 0.02, own("<module>", 1, 0.05, main));
    }

    /// A tree of a million nodes: 100 functions call 100 each, which call 100 each.
    static CallNode million() {
        var tops = new ArrayList<CallNode>();
        for (int i = 0; i < 100; i++) {
            var middles = new ArrayList<CallNode>();
            for (int j = 0; j < 100; j++) {
                var leaves = new ArrayList<CallNode>();
                for (int k = 0; k < 100; k++) {
                    leaves.add(own("leaf" + k, k + 1, 1e-6 * (k + 1)));
                }
                middles.add(own("middle" + j, j + 1, 0, leaves.toArray(CallNode[]::new)));
            }
            tops.add(own("top" + i, i + 1, 0.001 * i, middles.toArray(CallNode[]::new)));
        }
        return own("big.py", 0, 0, tops.toArray(CallNode[]::new));
    }

    static Profile profile(CallNode tree) {
        Profile like = SampleProfiles.baseline();
        return new Profile(
                like.engine(),
                tree.total().wall(),
                tree.total().cpu(),
                tree.total().waiting(),
                WallTime.ZERO,
                1000,
                0,
                List.of(),
                List.of(),
                tree,
                like.memory(),
                true,
                List.of());
    }
}
