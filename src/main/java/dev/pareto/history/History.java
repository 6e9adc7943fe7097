package dev.pareto.history;

import dev.pareto.history.Rows.AdviceRow;
import dev.pareto.history.Rows.PredictionRow;
import dev.pareto.history.Rows.ProfileRow;
import dev.pareto.history.Rows.ProgramRow;
import dev.pareto.history.Rows.TrialRow;
import dev.pareto.profile.Profile;
import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was opened, made and measured, kept over restarts. Every call is its own transaction; safe
/// for several threads and windows.
///
/// All methods throw [HistoryException] when the file cannot be used.
public final class History {
    private final Database database;
    private final Json json = new Json();

    private History(Database database) {
        this.database = database;
    }

    /// Opens or creates `history.db` at this path.
    public static History open(Path file) {
        return new History(Database.open(file));
    }

    /// Notes that a program was opened now, with what its program bar holds.
    public void saveProgram(Program program, @Nullable String lesson, String state, Instant now) {
        database.change(
                """
                insert into program(key, root, target, lesson, state, opened_at) values (?, ?, ?, ?, ?, ?)
                on conflict(key) do update set lesson = excluded.lesson, state = excluded.state, opened_at = excluded.opened_at
                """,
                program.key(),
                program.root().toString(),
                program.target().label(),
                lesson,
                state,
                now.toEpochMilli());
    }

    public Optional<ProgramRow> program(String key) {
        return programs("where key = ?", key).stream().findFirst();
    }

    /// The programs opened last, newest first.
    public List<ProgramRow> recent(int count) {
        return programs("order by opened_at desc limit ?", count);
    }

    /// Takes a program and all that belongs to it out of the history.
    public void forget(String key) {
        database.change("delete from program where key = ?", key);
    }

    private List<ProgramRow> programs(String rest, Object value) {
        return database.query(
                """
                select p.*,
                    (select verdict from trial t where t.program = p.key order by at desc, id desc limit 1) verdict,
                    (select ratio from trial t where t.program = p.key order by at desc, id desc limit 1) ratio
                from program p
                """
                        + rest,
                row -> {
                    double ratio = row.getDouble("ratio");
                    return new ProgramRow(
                            row.getString("key"),
                            row.getString("root"),
                            row.getString("target"),
                            row.getString("lesson"),
                            row.getString("state"),
                            Instant.ofEpochMilli(row.getLong("opened_at")),
                            row.getString("verdict"),
                            row.getObject("ratio") == null ? null : ratio);
                },
                value);
    }

    /// Stores a variant; one with the same id is replaced (an edit that was not measured yet).
    public void saveVariant(String program, Variant variant, int position) {
        database.change(
                """
                insert into variant(program, id, position, body) values (?, ?, ?, ?)
                on conflict(program, id) do update set body = excluded.body, removed = 0
                """,
                program,
                variant.id(),
                position,
                json.write(variant));
    }

    /// Hides a variant, or shows it again.
    public void setRemoved(String program, String variant, boolean removed) {
        database.change(
                "update variant set removed = ? where program = ? and id = ?",
                removed ? 1 : 0,
                program,
                variant);
    }

    /// The variants of a program that are not removed, in the order they were made.
    public List<Variant> variants(String program) {
        return database.query(
                "select body from variant where program = ? and removed = 0 order by position",
                row -> json.read(row.getString(1), Variant.class),
                program);
    }

    /// How many variants were ever made, removed ones counted, so that a letter is never given
    /// twice.
    public int variantsEver(String program) {
        return database.query(
                        "select count(*) from variant where program = ?",
                        row -> row.getInt(1),
                        program)
                .getFirst();
    }

    /// Stores a profile.
    ///
    /// @param source hash of the root's own code that the variant lay over
    public void saveProfile(
            String program,
            String variant,
            String source,
            Input input,
            Profile profile,
            Instant at) {
        database.change(
                "insert into profile(program, variant, source, input, body, at, engine)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                program,
                variant,
                source,
                json.write(input),
                json.write(profile),
                at.toEpochMilli(),
                profile.engine().id());
    }

    /// The newest profile of every variant by every engine over this source, oldest first.
    public List<ProfileRow> profiles(String program, String source) {
        return database.query(
                "select * from profile where id in (select max(id) from profile where program = ?"
                        + " and source = ? group by variant, engine) order by id",
                row ->
                        new ProfileRow(
                                row.getString("variant"),
                                json.read(row.getString("input"), Input.class),
                                json.read(row.getString("body"), Profile.class),
                                Instant.ofEpochMilli(row.getLong("at"))),
                program,
                source);
    }

    /// Stores advice.
    ///
    /// @param advice as its writer encoded it; @param source as for a profile
    public void saveAdvice(
            String program, String variant, String source, String advice, Instant at) {
        database.change(
                "insert into advice(program, variant, source, body, at) values (?, ?, ?, ?, ?)",
                program,
                variant,
                source,
                advice,
                at.toEpochMilli());
    }

    /// The newest advice for every variant over this source.
    public List<AdviceRow> advice(String program, String source) {
        return database.query(
                "select * from advice where id in (select max(id) from advice where program = ? and"
                        + " source = ? group by variant)",
                row -> new AdviceRow(row.getString("variant"), row.getString("body")),
                program,
                source);
    }

    /// Stores a trial.
    ///
    /// @param source as for a profile
    public void saveTrial(
            String program,
            String reference,
            String candidate,
            String source,
            Input input,
            TrialResult result,
            Map<String, String> environment,
            Instant at) {
        database.change(
                """
                insert into trial(program, reference, candidate, source, input, verdict, ratio, body, environment, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                program,
                reference,
                candidate,
                source,
                json.write(input),
                result.verdict().id(),
                ratio(result.verdict()),
                json.write(result),
                json.write(environment),
                at.toEpochMilli());
    }

    /// The newest trial of every candidate over this source.
    public List<TrialRow> trials(String program, String source) {
        return trials(
                "where id in (select max(id) from trial where program = ? and source = ? group by"
                        + " candidate) order by id",
                program,
                source);
    }

    /// Trials of all programs, newest first.
    public List<TrialRow> newestTrials(int count) {
        return trials("order by at desc, id desc limit ?", count);
    }

    private List<TrialRow> trials(String rest, Object... values) {
        return database.query(
                "select * from trial " + rest,
                row ->
                        new TrialRow(
                                row.getLong("id"),
                                row.getString("program"),
                                row.getString("reference"),
                                row.getString("candidate"),
                                json.read(row.getString("input"), Input.class),
                                json.read(row.getString("body"), TrialResult.class),
                                json.readMap(row.getString("environment")),
                                Instant.ofEpochMilli(row.getLong("at"))),
                values);
    }

    /// Stores what was predicted beside what was measured; the newest of a suggestion stays.
    ///
    /// @param suggestion its id; @param row all else, its `target` left out
    public void savePrediction(String program, String suggestion, PredictionRow row) {
        database.change(
                """
                insert or replace into prediction(program, suggestion, rule, memory, low, high, measured, verdict, environment, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                program,
                suggestion,
                row.rule(),
                row.memory() ? 1 : 0,
                row.low(),
                row.high(),
                row.measured(),
                row.verdict(),
                json.write(row.environment()),
                row.at().toEpochMilli());
    }

    /// Those of all programs, newest first.
    public List<PredictionRow> predictions() {
        return database.query(
                """
                select p.*, g.target from prediction p join program g on g.key = p.program
                order by p.at desc, p.suggestion
                """,
                row -> {
                    double measured = row.getDouble("measured");
                    return new PredictionRow(
                            row.getString("target"),
                            row.getString("rule"),
                            row.getInt("memory") != 0,
                            row.getDouble("low"),
                            row.getDouble("high"),
                            measured == 0 ? null : measured,
                            row.getString("verdict"),
                            json.readMap(row.getString("environment")),
                            Instant.ofEpochMilli(row.getLong("at")));
                });
    }

    /// Stores what one plain run used.
    public void saveRun(
            String program,
            String variant,
            Input input,
            double wallSeconds,
            double cpuSeconds,
            long peakBytes,
            String outcome,
            Instant at) {
        database.change(
                "insert into run(program, variant, input, wall_s, cpu_s, peak_bytes, outcome, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                program,
                variant,
                json.write(input),
                wallSeconds,
                cpuSeconds,
                peakBytes,
                outcome,
                at.toEpochMilli());
    }

    private static @Nullable Double ratio(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster v -> v.estimate().ratio().value();
            case Verdict.Slower v -> v.estimate().ratio().value();
            case Verdict.NoDifference v -> v.estimate().ratio().value();
            case Verdict.Undecided v -> v.estimate().ratio().value();
            case Verdict.OutputChanged v -> null;
            case Verdict.Failed v -> null;
        };
    }
}
