package dev.pareto.history;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// One SQLite file, opened for each piece of work and closed again, so that two windows can share
/// it (WAL, with a busy time-out).
final class Database {
    /// The schema's versions, in order; a file at version n gets those from n on. Never edit one
    /// that has shipped: append.
    private static final List<String> SCHEMA =
            List.of(
                    """
                    create table program (
                        key text primary key,
                        root text not null,
                        target text not null,
                        lesson text,
                        state text not null,
                        opened_at integer not null
                    );
                    create table variant (
                        program text not null references program(key) on delete cascade,
                        id text not null,
                        position integer not null,
                        body text not null,
                        removed integer not null default 0,
                        primary key (program, id)
                    );
                    create table profile (
                        id integer primary key,
                        program text not null references program(key) on delete cascade,
                        variant text not null,
                        input text not null,
                        body text not null,
                        at integer not null
                    );
                    create index profile_of on profile(program, variant, at);
                    create table trial (
                        id integer primary key,
                        program text not null references program(key) on delete cascade,
                        reference text not null,
                        candidate text not null,
                        input text not null,
                        verdict text not null,
                        ratio real,
                        body text not null,
                        environment text not null,
                        at integer not null
                    );
                    create index trial_of on trial(program, candidate, at);
                    create table run (
                        id integer primary key,
                        program text not null references program(key) on delete cascade,
                        variant text not null,
                        input text not null,
                        wall_s real not null,
                        cpu_s real not null,
                        peak_bytes integer not null,
                        outcome text not null,
                        at integer not null
                    );
                    """,
                    """
                    alter table profile add column source text not null default '';
                    alter table trial add column source text not null default '';
                    create table advice (
                        id integer primary key,
                        program text not null references program(key) on delete cascade,
                        variant text not null,
                        source text not null,
                        body text not null,
                        at integer not null
                    );
                    create index advice_of on advice(program, variant, at);
                    """,
                    """
                    create table prediction (
                        program text not null references program(key) on delete cascade,
                        suggestion text not null,
                        rule text not null,
                        memory integer not null,
                        low real not null,
                        high real not null,
                        measured real,
                        verdict text not null,
                        environment text not null,
                        at integer not null,
                        primary key (program, suggestion)
                    );
                    """,
                    """
                    alter table profile add column engine text not null default '';
                    """);

    private final String url;

    private Database(Path file) {
        this.url = "jdbc:sqlite:" + file;
    }

    /// Opens or creates the file and brings its schema up to date.
    static Database open(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
        } catch (java.io.IOException e) {
            throw new HistoryException(
                    "The history cannot be kept in " + file + ": " + e.getMessage(), e);
        }
        Database database = new Database(file);
        database.migrate();
        return database;
    }

    private void migrate() {
        work(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("pragma journal_mode = wal");
                        int version;
                        try (ResultSet rows = statement.executeQuery("pragma user_version")) {
                            version = rows.getInt(1);
                        }
                        if (version > SCHEMA.size()) {
                            throw new HistoryException(
                                    "The history was written by a newer Pareto. Update Pareto, or"
                                            + " move history.db away.",
                                    null);
                        }
                        for (int next = version; next < SCHEMA.size(); next++) {
                            connection.setAutoCommit(false);
                            for (String command : SCHEMA.get(next).split(";", -1)) {
                                if (!command.isBlank()) {
                                    statement.execute(command);
                                }
                            }
                            statement.execute("pragma user_version = " + (next + 1));
                            connection.commit();
                            connection.setAutoCommit(true);
                        }
                    }
                    return null;
                });
    }

    /// Executes a change; returns how many rows it changed.
    int change(String sql, @Nullable Object... values) {
        Integer changed =
                work(
                        connection -> {
                            try (PreparedStatement statement = prepare(connection, sql, values)) {
                                return statement.executeUpdate();
                            }
                        });
        return changed == null ? 0 : changed;
    }

    /// All rows of a query, read by `row`.
    <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        work(
                connection -> {
                    try (PreparedStatement statement = prepare(connection, sql, values);
                            ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(row.read(rows));
                        }
                    }
                    return null;
                });
        return found;
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private <T> @Nullable T work(Work<@Nullable T> work) {
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = 5000");
                statement.execute("pragma foreign_keys = on");
                statement.execute("pragma synchronous = normal");
            }
            return work.on(connection);
        } catch (SQLException e) {
            throw new HistoryException(
                    "The history could not be read or written: "
                            + e.getMessage()
                            + ". Results of this session are still shown, but may not be kept.",
                    e);
        }
    }

    /// Reads one row.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }
}
