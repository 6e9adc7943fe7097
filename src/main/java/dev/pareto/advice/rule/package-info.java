/// What rules are made of: what they see of a program, what they find in it, what they know about
/// its variables, and how they change it.
///
/// To add a rule:
///
/// 1. Write a [dev.pareto.advice.rule.Rule] in the package of its theme (`advice.container`,
///    `advice.caching`, …). It looks at one kind of node. What the source alone forbids it answers
///    with [dev.pareto.advice.rule.Finding.Refused]; else with a
///    [dev.pareto.advice.rule.Finding.Candidate]: the places whose time it would save, the
///    questions for a run with probes, and what to make of the answers.
/// 2. Ask with a [dev.pareto.profile.Question] that exists. A new kind of question is a record
///    there, its answer a record in [dev.pareto.profile.Observation]; the compiler then names every
///    switch of `profiler` that must know them, `observing.py` gets the observer, and the tests'
///    `BestCase` the answer that every rule hopes for.
/// 3. Enter it in `dev.pareto.advice.Rules`, and write its page
///    `src/main/resources/dev/pareto/advice/ID.md`.
/// 4. Give it fixtures in `src/test/fixtures/advice/ID/`, at least as many where it must refuse as
///    where it helps; `RuleFixtureIT` finds them by itself.
///
/// The engine does the rest: which places matter, one run for the questions of all rules, Amdahl's
/// limit, the worth, compiling, the difference, the order.
@NullMarked
package dev.pareto.advice.rule;

import org.jspecify.annotations.NullMarked;
