package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holders;
import dev.pareto.advice.rule.Repetition;
import dev.pareto.advice.rule.Rule;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.List;
import java.util.Optional;

/// A loop in a loop that goes through all items to find those with a certain key asks an index
/// instead: a dict from the key to its items, made once before.
public final class DictJoinRule implements Rule {
    @Override
    public String id() {
        return "dict-join";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        return KeySearch.of(node, code)
                .flatMap(
                        search ->
                                new Holders(code)
                                        .of(search.iterable())
                                        .map(holder -> of(search, holder, code)));
    }

    private static Finding of(KeySearch search, Holder holder, Code code) {
        String container = code.module().text(holder.expression());
        String key = code.path() + " " + search.loop().id();
        String subject = "Index for `" + container + "`";
        List<Node> places = List.of(search.iterable(), search.test());
        SearchVetoes vetoes = new SearchVetoes(code, search, holder);
        Optional<String> reason = vetoes.reason();
        SteadyList steady = new SteadyList(code, holder);
        Statement best = null;
        for (Statement loop : Repetition.of(search.iterable(), code)) {
            if (reason.isPresent()) {
                break;
            }
            Optional<String> here = vetoes.reason(loop, steady);
            if (here.isPresent()) {
                reason = best == null ? here : reason;
                break;
            }
            best = loop;
        }
        if (best == null) {
            return new Finding.Refused(
                    key,
                    subject,
                    places,
                    reason.orElse(
                            "no loop in this function repeats the search, so an index would have to"
                                    + " be kept from call to call"));
        }
        return new JoinPlan(
                        code,
                        search,
                        container,
                        best,
                        steady.isProved(best),
                        vetoes.elements(best).orElse(null))
                .candidate(key, subject, places);
    }
}
