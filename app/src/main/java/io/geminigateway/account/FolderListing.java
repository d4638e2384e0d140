package io.geminigateway.account;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The names in the accounts folder that are meant as accounts; says so when others may read them.
/// Not thread-safe, and blocks.
final class FolderListing {
    private static final Logger log = LoggerFactory.getLogger(AccountFolder.class);

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;
    private final Set<String> known = new HashSet<>();

    private FolderListing(Path folder) {
        this.folder = folder;
    }

    /// Creates the folder, for its owner alone, if it is missing.
    static FolderListing open(Path folder) throws IOException {
        try {
            if (!Files.exists(folder)) {
                create(folder);
            }
            var listing = new FolderListing(folder);
            listing.filesIn();
            return listing;
        } catch (IOException failure) {
            var reason = failure instanceof AccessDeniedException ? "permission denied" : failure.toString();
            throw new IOException(
                    "The accounts folder %s cannot be used: %s. Make it a folder that this user can read and write."
                            .formatted(folder.toAbsolutePath(), reason),
                    failure);
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// In alphabetical order.
    Set<String> names() throws IOException {
        var names = filesIn();
        known.retainAll(names);
        names.stream().filter(known::add).forEach(this::warnIfOthersMayRead);
        return names;
    }

    private Set<String> filesIn() throws IOException {
        var names = new TreeSet<String>();
        try (var paths = Files.newDirectoryStream(folder)) {
            paths.forEach(path -> names.add(path.getFileName().toString()));
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        names.removeIf(name ->
                name.startsWith(".") || !name.endsWith(".json") || name.chars().anyMatch(Character::isISOControl));
        return names;
    }

    private void warnIfOthersMayRead(String name) {
        try {
            var file = file(name);
            if (Files.isRegularFile(file)
                    && AtomicReplacer.isPosix(file)
                    && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                log.warn("Account file may be read by others than its owner file={} fix=\"chmod 600 {}\"", name, file);
            }
        } catch (IOException _) {
            // Reading it will tell why it cannot be read.
        }
    }

    private static void create(Path folder) throws IOException {
        if (AtomicReplacer.isPosix(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
