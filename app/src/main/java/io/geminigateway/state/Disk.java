package io.geminigateway.state;

import io.geminigateway.state.Entry.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The file on the disk. For one thread.
final class Disk implements AutoCloseable {
    /// What this program can read; it is written into the file.
    private static final int SCHEMA = 1;

    /// Entries with a lower id are older: to replace one gives it a new id.
    private static final List<String> TABLES = List.of(
            "CREATE TABLE entry(id INTEGER PRIMARY KEY AUTOINCREMENT, shelf TEXT NOT NULL, key TEXT NOT NULL,"
                    + " value BLOB NOT NULL, size INTEGER NOT NULL, expires INTEGER NOT NULL, UNIQUE(shelf, key))",
            "CREATE INDEX entry_by_age ON entry(shelf, id, size)",
            "CREATE INDEX entry_by_end ON entry(expires)",
            "PRAGMA user_version=" + SCHEMA);

    private final Connection connection;

    private Disk(Connection connection) {
        this.connection = connection;
    }

    /// Opens the file, or makes it; fails with a [BrokenFileException] if it is no such file.
    static Disk open(Path file) throws SQLException, IOException {
        createPrivately(file);
        var disk = new Disk(DriverManager.getConnection("jdbc:sqlite:" + file));
        try {
            disk.prepare(file);
            return disk;
        } catch (SQLException failed) {
            disk.close();
            throw failed;
        }
    }

    private static void createPrivately(Path file) throws IOException {
        if (!Files.exists(file)) {
            var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        }
    }

    private void prepare(Path file) throws SQLException {
        tell("PRAGMA busy_timeout=2000");
        if (!"ok".equals(ask("PRAGMA quick_check(1)"))) {
            throw new BrokenFileException(file + " is damaged");
        }
        // Writers hold up no readers, and a crash tears nothing that was written before.
        tell("PRAGMA journal_mode=WAL");
        tell("PRAGMA synchronous=NORMAL");
        var version = ask("PRAGMA user_version");
        if ("0".equals(version)) {
            connection.setAutoCommit(false);
            for (var table : TABLES) {
                tell(table);
            }
            connection.commit();
        } else if (!Integer.toString(SCHEMA).equals(version)) {
            throw new BrokenFileException(
                    "%s is of another version of the gateway: schema %s".formatted(file, version));
        }
        connection.setAutoCommit(false);
    }

    /// The newest entries of a shelf that fit into so many bytes, newest first.
    List<Entry> newest(String shelf, long bytes, long now) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (var query = connection.prepareStatement(
                "SELECT key, value, expires FROM entry WHERE shelf=? AND expires>? ORDER BY id DESC")) {
            query.setString(1, shelf);
            query.setLong(2, now);
            var left = bytes;
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var entry = new Entry(new Place(shelf, rows.getString(1)), rows.getBytes(2), rows.getLong(3));
                    left -= entry.size();
                    if (left < 0) {
                        break;
                    }
                    entries.add(entry);
                }
            }
        }
        connection.commit();
        return entries;
    }

    @Nullable
    Entry find(Place place) throws SQLException {
        try (var query = connection.prepareStatement("SELECT value, expires FROM entry WHERE shelf=? AND key=?")) {
            query.setString(1, place.shelf());
            query.setString(2, place.key());
            try (var rows = query.executeQuery()) {
                return rows.next() ? new Entry(place, rows.getBytes(1), rows.getLong(2)) : null;
            }
        } finally {
            connection.commit();
        }
    }

    /// Writes all or nothing, and keeps every shelf within its bounds.
    void write(List<Entry> entries, Map<String, Bounds> bounds) throws SQLException {
        try (var keep = connection.prepareStatement(
                        "INSERT OR REPLACE INTO entry(shelf, key, value, size, expires) VALUES(?, ?, ?, ?, ?)");
                var drop = connection.prepareStatement("DELETE FROM entry WHERE shelf=? AND key=?")) {
            for (var entry : entries) {
                var statement = entry.value() == null ? drop : keep;
                fill(statement, entry);
                statement.executeUpdate();
            }
            for (var shelf : bounds.entrySet()) {
                shrink(shelf.getKey(), shelf.getValue());
            }
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private static void fill(PreparedStatement statement, Entry entry) throws SQLException {
        statement.setString(1, entry.place().shelf());
        statement.setString(2, entry.place().key());
        if (entry.value() != null) {
            statement.setBytes(3, entry.value());
            statement.setInt(4, entry.size());
            statement.setLong(5, entry.expires());
        }
    }

    /// The oldest go first, more than needed at once, so that this is not each write's business.
    private void shrink(String shelf, Bounds bounds) throws SQLException {
        try (var query = connection.prepareStatement("SELECT count(*), total(size) FROM entry WHERE shelf=?");
                var drop = connection.prepareStatement(
                        "DELETE FROM entry WHERE id IN (SELECT id FROM entry WHERE shelf=? ORDER BY id LIMIT ?)")) {
            query.setString(1, shelf);
            drop.setString(1, shelf);
            while (true) {
                long count;
                long bytes;
                try (var rows = query.executeQuery()) {
                    rows.next();
                    count = rows.getLong(1);
                    bytes = rows.getLong(2);
                }
                if (count <= bounds.entries() && bytes <= bounds.bytes()) {
                    return;
                }
                drop.setLong(2, Math.max(count - bounds.entries(), 1 + count / 32));
                drop.executeUpdate();
            }
        }
    }

    /// Removes what has expired.
    void sweep(long now) throws SQLException {
        try (var drop = connection.prepareStatement("DELETE FROM entry WHERE expires<=?")) {
            drop.setLong(1, now);
            drop.executeUpdate();
        }
        connection.commit();
    }

    private void tell(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
