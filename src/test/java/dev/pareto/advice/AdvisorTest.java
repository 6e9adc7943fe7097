package dev.pareto.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.rule.Saving;
import dev.pareto.advice.rule.Worth;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Profile;
import dev.pareto.profile.Question;
import dev.pareto.python.Analyser;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.PythonSources;
import dev.pareto.quantity.Share;
import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AdvisorTest {
    private static PythonSources sources;
    private static Analyser analyser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        sources = PythonSources.extract();
        analyser = new Analyser(InstalledPythons.all().lastEntry().getValue(), sources);
    }

    @AfterAll
    static void close() {
        analyser.close();
        sources.close();
    }

    /// Replaces each call of `slow()`.
    private record SlowCalls(Saving saving, String replacement, boolean asks) implements Rule {
        @Override
        public String id() {
            return "slow-calls";
        }

        @Override
        public Optional<Finding> look(Node node, Code code) {
            if (!(node instanceof Call(_, Name name, _, _)) || !name.name().equals("slow")) {
                return Optional.empty();
            }
            List<Question> questions =
                    asks
                            ? List.of(
                                    code.reached(
                                            code.module().enclosingStatement(node).orElseThrow()))
                            : List.of();
            return Optional.of(
                    new Finding.Candidate(
                            code.path() + node.id(),
                            "Quick call",
                            List.of(node),
                            Finding.Time.OWN,
                            questions,
                            _ -> offer(node, code)));
        }

        private Judgement offer(Node node, Code code) {
            var edit = TextEdit.replace(node.span(), replacement);
            return new Judgement.Offer(
                    "Call quick",
                    "It was seen.",
                    Map.of("calls", 3),
                    saving,
                    List.of(Condition.proved("It is quick")),
                    Map.of(code.path(), List.of(edit)),
                    "");
        }
    }

    private static Advice advise(Rule rule, Profile profile, String... texts) {
        List<SourceText> files = new ArrayList<>();
        for (String text : texts) {
            files.add(SourceText.of("file" + files.size() + ".py", text));
        }
        Advisor advisor = new Advisor(analyser, Worth.REQUIRED, List.of(rule));
        return advisor.advise(advisor.plan(files, profile), Observations.NONE);
    }

    private static Rule saving(double low, double high) {
        return new SlowCalls(new Saving(low, high), "quick()", false);
    }

    /// A profile of 20 ms.
    private static Profile profile(LineCost... lines) {
        return HotProfile.ofLines(List.of(lines));
    }

    private static LineCost line(int line, double share) {
        return HotProfile.line("file0.py", line, 0.02 * share);
    }

    @Test
    void predictsByAmdahlsLaw() {
        var advice = advise(saving(0.5, 1), profile(line(1, 0.75)), "slow()\n");
        var suggestion = advice.suggestions().getFirst();
        assertEquals(new Share(0.75), suggestion.share());
        // 75.0 % of 1,000 samples are 72.3 % to 77.7 %.
        assertEquals("1.57–4.49×", suggestion.predicted().toString());
        assertEquals("4.49×", suggestion.limit().toString());
        assertEquals(0.02 * 0.75 * 0.75, suggestion.saves().seconds(), 1e-12);
    }

    @Test
    void showsWhatWouldChange() {
        var advice = advise(saving(0.5, 1), profile(line(2, 0.75)), "# first\nslow()\n");
        assertEquals(
                new Suggestion(
                        advice.suggestions().getFirst().id(),
                        "slow-calls",
                        "Call quick",
                        "file0.py",
                        2,
                        new Share(0.75),
                        Map.of("calls", 3),
                        "Line 2 took about 75.0 % of the CPU time. It was seen.",
                        advice.suggestions().getFirst().predicted(),
                        advice.suggestions().getFirst().limit(),
                        advice.suggestions().getFirst().saves(),
                        List.of(
                                new Suggestion.SafetyCondition(
                                        "It is quick", "proved in the source")),
                        Map.of("file0.py", "# first\nquick()\n"),
                        """
                        --- a/file0.py
                        +++ b/file0.py
                        @@ -1,2 +1,2 @@
                         # first
                        -slow()
                        +quick()
                        """,
                        ""),
                advice.suggestions().getFirst());
    }

    @Test
    void looksOnlyWhereTimeWasSpent() {
        var profile = profile(line(1, 0.5), line(2, 0.03), line(3, 0.001));
        var advice = advise(saving(1, 1), profile, "slow()\nslow()\nslow()\nslow()\n");
        assertEquals(List.of(1), advice.suggestions().stream().map(Suggestion::line).toList());
        assertEquals(
                List.of(
                        new Refusal(
                                "slow-calls",
                                "file0.py",
                                2,
                                "Quick call",
                                "it takes 3.00 % of the time, so at most 1.03×")),
                advice.refused());
    }

    @Test
    void refusesWhatDoesNotPay() {
        var advice = advise(saving(0.01, 0.05), profile(line(1, 0.5)), "slow()\n");
        assertEquals(List.of(), advice.suggestions());
        assertEquals("at most 1.03× is to be expected", advice.refused().getFirst().reason());
        assertEquals(
                "it would cost more than it saves",
                advise(saving(-2, -0.5), profile(line(1, 0.5)), "slow()\n")
                        .refused()
                        .getFirst()
                        .reason());
    }

    @Test
    void sortsByTheSecondsThatAreSaved() {
        var profile = profile(line(1, 0.2), line(2, 0.5), line(3, 0.3));
        var advice = advise(saving(0.9, 1), profile, "slow()\nslow()\nslow()\n");
        assertEquals(
                List.of(2, 3, 1), advice.suggestions().stream().map(Suggestion::line).toList());
    }

    @Test
    void foldsSmallGains() {
        var profile = profile(line(1, 0.1), line(2, 0.5));
        var advice = advise(saving(1, 1), profile, "slow()\nslow()\n");
        assertEquals(
                List.of(false, true),
                advice.suggestions().stream().map(Suggestion::isSmall).toList());
    }

    @Test
    void keepsTheIdWhenTheCodeElsewhereChanges() {
        var before = "def f():\n    return slow()\n";
        var after = "import os\n\n\n" + before + "\n\nx = 1\n";
        var other = before.replace("slow()", "slow(1)");
        String id = id(before, 2);
        assertEquals(id, id(after, 5));
        assertNotEquals(id, id(other, 2));
        assertTrue(id.startsWith("slow-calls:file0.py:f:"), id);
    }

    private static String id(String text, int line) {
        return advise(saving(1, 1), profile(line(line, 0.9)), text).suggestions().getFirst().id();
    }

    @Test
    void tellsPlacesWithTheSameTextApart() {
        var advice = advise(saving(1, 1), profile(line(1, 0.4), line(2, 0.5)), "slow()\nslow()\n");
        assertEquals(2, advice.suggestions().stream().map(Suggestion::id).distinct().count());
    }

    @Test
    void offersNothingThatDoesNotCompile() {
        var rule = new SlowCalls(new Saving(1, 1), "quick(", false);
        var advice = advise(rule, profile(line(1, 0.9)), "slow()\n");
        assertEquals(List.of(), advice.suggestions());
        assertTrue(
                advice.refused()
                        .getFirst()
                        .reason()
                        .startsWith("the changed file does not compile"));
    }

    @Test
    void saysWhichFilesItCannotRead() {
        var advice = advise(saving(1, 1), profile(line(1, 0.9)), "slow()\n", "x = 1\ndef (:\n");
        assertEquals(1, advice.suggestions().size());
        var refusal = advice.refused().getFirst();
        assertEquals("file1.py", refusal.file());
        assertEquals(2, refusal.line());
        assertEquals("Advice for file1.py", refusal.subject());
    }

    @Test
    void asksEachQuestionOnce() {
        var rule = new SlowCalls(new Saving(1, 1), "quick()", true);
        Advisor advisor = new Advisor(analyser, Worth.REQUIRED, List.of(rule));
        var file = SourceText.of("file0.py", "ä = slow() + slow()\n");
        var plan = advisor.plan(List.of(file), profile(line(1, 0.9)));
        assertEquals(
                List.of("reached file0.py 1:0-1:20"),
                plan.questions().stream().map(Question::id).toList());
    }

    @Test
    void asksOnlyRulesThatFitTheInterpreter() {
        Rule never =
                new Rule() {
                    @Override
                    public String id() {
                        return "never";
                    }

                    @Override
                    public boolean isFor(int version) {
                        assertTrue(version >= 310, "the interpreter's own version: " + version);
                        return false;
                    }

                    @Override
                    public Optional<Finding> look(Node node, Code code) {
                        throw new AssertionError("It does not fit");
                    }
                };
        var advice = advise(never, profile(line(1, 0.9)), "slow()\n");
        assertEquals(new Advice(List.of(), List.of()), advice);
    }

    @Test
    void hasAPageForEachRule() {
        for (Rule rule : Rules.ALL) {
            assertTrue(RulePages.page(rule.id()).orElseThrow().startsWith("# "), rule.id());
        }
        assertEquals(Optional.empty(), RulePages.page("no-such-rule"));
        assertEquals(Optional.empty(), RulePages.page("../advice/set-lookup"));
    }

    @Test
    void givesEachRuleItsOwnId() {
        assertEquals(Rules.ALL.size(), Rules.ALL.stream().map(Rule::id).distinct().count());
    }

    @Test
    void countsStartUpWhereTheMachineIsBusy() {
        var advice =
                advise(saving(1, 1), HotProfile.crowded("file0.py", 2), "def f():\n    slow()\n");
        // 0.46 s of 0.46 s + 0.1 s at the rate 0.46 / 0.9.
        assertEquals(0.9, advice.suggestions().getFirst().share().fraction(), 1e-9);
    }
}
