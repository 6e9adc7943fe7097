package dev.pareto.advice;

import dev.pareto.advice.caching.BoundedCacheRule;
import dev.pareto.advice.caching.CacheCallsRule;
import dev.pareto.advice.compile.NumpyRule;
import dev.pareto.advice.concurrency.AsyncioRule;
import dev.pareto.advice.concurrency.ProcessPoolRule;
import dev.pareto.advice.concurrency.ThreadsRule;
import dev.pareto.advice.container.DictJoinRule;
import dev.pareto.advice.container.SetLookupRule;
import dev.pareto.advice.loop.BuiltinLoopRule;
import dev.pareto.advice.loop.InvariantRule;
import dev.pareto.advice.loop.MainFunctionRule;
import dev.pareto.advice.memory.GeneratorRule;
import dev.pareto.advice.memory.IterateFileRule;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.text.StringBuildingRule;

import java.util.List;

/// The rules that there are.
final class Rules {
    static final List<Rule> ALL =
            List.of(
                    new SetLookupRule(),
                    new DictJoinRule(),
                    new CacheCallsRule(),
                    new BoundedCacheRule(),
                    new ThreadsRule(),
                    new ProcessPoolRule(),
                    new StringBuildingRule(),
                    new MainFunctionRule(),
                    new InvariantRule(),
                    new BuiltinLoopRule(),
                    new GeneratorRule(),
                    new AsyncioRule(),
                    new NumpyRule(),
                    new IterateFileRule());

    private Rules() {}
}
