package io.geminigateway.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file on the disk, come what may: a damaged one is set aside, and where none can be written the gateway runs on
/// without. For one thread, but for [#isDegraded].
final class Archive {
    private static final Logger log = LoggerFactory.getLogger(Archive.class);
    private static final String FILE = "gateway.db";
    private static final List<String> ENDINGS = List.of("", "-wal", "-shm");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;
    private @Nullable Disk disk;
    private volatile boolean failing;
    private volatile boolean missing;

    Archive(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Work<T> {
        @Nullable
        T with(Disk disk) throws SQLException;
    }

    void open() {
        try {
            createFolder();
            disk = openOrReplace(folder.resolve(FILE));
            missing = false;
        } catch (IOException | SQLException | LinkageError failed) { // the last: no native library for this machine
            missing = true;
            log.warn(
                    "Nothing is kept over a restart: {} cannot be used: {}. DATA_DIR names another folder",
                    folder,
                    failed.toString());
        }
    }

    private void createFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private Disk openOrReplace(Path file) throws IOException, SQLException {
        try {
            return Disk.open(file);
        } catch (SQLException failed) {
            if (!BrokenFileException.tells(failed)) {
                throw failed;
            }
            setAside(file, failed);
            return Disk.open(file);
        }
    }

    /// What was kept is lost to us, but not to whoever wants to look at it.
    private void setAside(Path file, SQLException why) throws IOException {
        var mark = ".broken-" + MOMENT.format(clock.instant());
        for (var ending : ENDINGS) {
            try {
                Files.move(file.resolveSibling(FILE + ending), file.resolveSibling(FILE + mark + ending));
            } catch (NoSuchFileException absent) {
                // there need not be any
            }
        }
        log.warn(
                "{} cannot be read and is set aside as {}{}; the gateway starts afresh: {}",
                file,
                FILE,
                mark,
                why.getMessage());
    }

    List<Entry> newest(String shelf, long bytes) {
        var entries = attempt(present -> present.newest(shelf, bytes, clock.millis()));
        return entries == null ? List.of() : entries;
    }

    @Nullable
    Entry find(Entry.Place place) {
        return attempt(present -> present.find(place));
    }

    /// False if it is worth to try again later.
    boolean write(List<Entry> entries, Map<String, Bounds> bounds) {
        return disk == null
                || Boolean.TRUE.equals(attempt(present -> {
                    present.write(entries, bounds);
                    return true;
                }));
    }

    /// Whether all that is kept lies in memory alone. From any thread.
    boolean isDegraded() {
        return missing || failing;
    }

    void sweep() {
        attempt(present -> {
            present.sweep(clock.millis());
            return true;
        });
    }

    private <T> @Nullable T attempt(Work<T> work) {
        var present = disk;
        if (present == null) {
            return null;
        }
        try {
            var done = work.with(present);
            if (failing) {
                failing = false;
                log.info("Can be used again: {}", folder);
            }
            return done;
        } catch (SQLException failed) {
            tell(failed);
            return null;
        }
    }

    private void tell(SQLException failed) {
        if (BrokenFileException.tells(failed)) {
            replace(failed);
        } else if (!failing) {
            failing = true;
            log.warn("What is to be kept is not written, it will be tried again: {}: {}", folder, failed.getMessage());
        }
    }

    private void replace(SQLException why) {
        close();
        try {
            setAside(folder.resolve(FILE), why);
        } catch (IOException failed) {
            log.warn("{} is damaged and cannot be set aside: {}", folder.resolve(FILE), failed.toString());
            return;
        }
        open();
    }

    void close() {
        var present = disk;
        disk = null;
        if (present != null) {
            try {
                present.close();
            } catch (SQLException failed) {
                log.warn("{} was not closed properly: {}", folder.resolve(FILE), failed.getMessage());
            }
        }
    }
}
