package io.geminigateway.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Replaces files so that a crash at any moment leaves the whole old or the whole new content, readable by its owner
/// alone: a temporary file beside it, fsync, rename, fsync of the folder.
final class AtomicReplacer implements FileReplacer {
    private static final Predicate<String> TEMPORARY =
            Pattern.compile("\\..+\\.json\\.\\d+\\.tmp").asMatchPredicate();

    @Override
    public void replace(Path file, String content) throws IOException {
        // A symbolic link stays one: what it points to is replaced.
        put(file.toRealPath(), content, true);
    }

    /// A file that is not there yet.
    static void create(Path file, String content) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        put(file.toAbsolutePath(), content, false);
    }

    private static void put(Path target, String content, boolean existed) throws IOException {
        var folder = Objects.requireNonNull(target.getParent(), "a file is in a folder");
        var temporary = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp", ownerOnly(target));
        try {
            write(temporary, content);
            if (existed) {
                keepOwner(target, temporary);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(folder);
    }

    /// Removes what a crash between the first and the last step has left here before `then`.
    static void removeLeftovers(Path folder, Instant then) throws IOException {
        try (var files = Files.newDirectoryStream(
                folder, file -> isTemporary(file.getFileName().toString()))) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isTemporary(String name) {
        return TEMPORARY.test(name);
    }

    private static void write(Path file, String content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// Root in a container would otherwise take the file away from the person on the host.
    private static void keepOwner(Path from, Path to) throws IOException {
        if (!isPosix(from)) {
            return;
        }
        var owner = Files.getOwner(from);
        if (!owner.equals(Files.getOwner(to))) {
            try {
                Files.setOwner(to, owner);
            } catch (IOException _) {
                // Only root may give files away.
            }
        }
    }

    /// Makes the rename itself durable. Windows cannot open folders, and needs not.
    private static void syncFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
