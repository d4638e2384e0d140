package io.geminigateway.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Bounds ROOMY = Bounds.inMemory(1000, 1 << 20);

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private final Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

    @Test
    void whatIsPutIsAtHandAtOnce() {
        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);

            shelf.put("greeting", bytes("hello"), tomorrow);

            assertThat(text(shelf.peek("greeting"))).contains("hello");
            assertThat(shelf.peek("farewell")).isEmpty();
        }
    }

    @Test
    void whatIsPutOutlivesARestart() {
        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);
            shelf.put("greeting", bytes("hello"), tomorrow);
            shelf.put("farewell", bytes("bye"), tomorrow);
            shelf.put("greeting", bytes("good day"), tomorrow);
            shelf.remove("farewell");
        }

        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);
            store.await();

            assertThat(text(shelf.peek("greeting"))).contains("good day");
            assertThat(shelf.peek("farewell")).isEmpty();
            assertThat(store.shelf("others", ROOMY).peek("greeting")).isEmpty();
        }
    }

    @Test
    void whatHasExpiredIsGone() {
        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);
            shelf.put("greeting", bytes("hello"), clock.instant().plusSeconds(60));

            clock.move(Duration.ofSeconds(60));

            assertThat(shelf.peek("greeting")).isEmpty();
            assertThat(found(shelf, "greeting")).isEmpty();
        }
    }

    @Test
    void whatIsNotAtHandIsFoundOnTheDisk() {
        try (var store = open()) {
            var shelf = store.shelf("words", new Bounds(1000, 1 << 20, 100));
            shelf.put("long", bytes("x".repeat(90)), tomorrow);
            shelf.put("longer", bytes("y".repeat(90)), tomorrow);

            assertThat(found(shelf, "long")).contains("x".repeat(90));
            assertThat(found(shelf, "longer")).contains("y".repeat(90));
        }
        try (var store = open()) {
            var shelf = store.shelf("words", new Bounds(1000, 1 << 20, 100));
            store.await();

            assertThat(shelf.peek("long")).isEmpty();
            assertThat(found(shelf, "long")).contains("x".repeat(90));
            assertThat(text(shelf.peek("long"))).contains("x".repeat(90));
        }
    }

    @Test
    void aFullShelfLosesItsOldest() {
        try (var store = open()) {
            var shelf = store.shelf("words", Bounds.inMemory(10, 1 << 20));
            for (var i = 0; i < 25; i++) {
                shelf.put("word " + i, bytes("hello"), tomorrow);
            }
        }

        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);
            store.await();

            assertThat(shelf.peek("word 24")).isPresent();
            assertThat(found(shelf, "word 14")).isEmpty();
        }
    }

    @Test
    void aShelfIsBoundedInBytesToo() {
        try (var store = open()) {
            var shelf = store.shelf("words", Bounds.inMemory(1000, 1000));
            for (var i = 0; i < 10; i++) {
                shelf.put("word " + i, bytes("x".repeat(250)), tomorrow);
            }
        }

        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);
            store.await();

            assertThat(shelf.peek("word 9")).isPresent();
            assertThat(found(shelf, "word 5")).isEmpty();
        }
    }

    @Test
    void aTornFileIsSetAsideAndTheGatewayStartsAfresh() throws IOException {
        try (var store = open()) {
            store.shelf("words", ROOMY).put("greeting", bytes("hello"), tomorrow);
        }
        tear(folder.resolve("gateway.db"));

        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);
            store.await();
            assertThat(shelf.peek("greeting")).isEmpty();
            shelf.put("greeting", bytes("again"), tomorrow);
        }

        try (var store = open()) {
            var shelf = store.shelf("words", ROOMY);
            store.await();
            assertThat(text(shelf.peek("greeting"))).contains("again");
            assertThat(folder).isDirectoryContaining("glob:**/gateway.db.broken-*");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAside() throws IOException {
        Files.writeString(folder.resolve("gateway.db"), "not a database ".repeat(1000));

        try (var store = open()) {
            store.await();

            assertThat(folder).isDirectoryContaining("glob:**/gateway.db.broken-*");
        }
    }

    @Test
    void aFileOfALaterVersionIsSetAside() throws Exception {
        open().close();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("gateway.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }

        try (var store = open()) {
            store.await();

            assertThat(folder).isDirectoryContaining("glob:**/gateway.db.broken-*");
        }
    }

    @Test
    void withoutAUsableFolderTheShelvesWorkInMemory() throws IOException {
        var file = Files.writeString(folder.resolve("occupied"), "a file where the folder should be");

        try (var store = Store.open(file, clock)) {
            var shelf = store.shelf("words", ROOMY);
            store.await();
            shelf.put("greeting", bytes("hello"), tomorrow);

            assertThat(text(shelf.peek("greeting"))).contains("hello");
            assertThat(found(shelf, "farewell")).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerCanReadWhatIsKept() throws IOException {
        var data = folder.resolve("data");

        Store.open(data, clock).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("gateway.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aClosedStoreForgetsQuietly() {
        var store = open();
        var shelf = store.shelf("words", ROOMY);
        store.close();

        shelf.put("greeting", bytes("hello"), tomorrow);

        assertThat(text(shelf.peek("greeting"))).contains("hello");
        assertThat(found(shelf, "farewell")).isEmpty();
        store.close();
    }

    private Store open() {
        return Store.open(folder, clock);
    }

    /// The beginning is left, so that it looks like a database.
    private static void tear(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[4096 - 100]), 100);
            channel.truncate(4096 + 17);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(Optional<byte[]> bytes) {
        return bytes.map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static Optional<String> found(Shelf shelf, String key) {
        return text(shelf.get(key).toCompletableFuture().join());
    }
}
