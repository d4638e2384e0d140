package io.geminigateway.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether we can read and write what we have to, and others cannot.
final class PermissionCheck implements Check {
    private static final String NAME = "permissions";
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path accounts;
    private final Path data;
    private final Path environmentFile;

    PermissionCheck(Patient patient) {
        accounts = patient.accounts();
        data = patient.data();
        environmentFile = patient.home().resolve(".env");
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        folder(accounts, "accounts folder", findings);
        folder(data, "data folder", findings);
        open(environmentFile, "600", findings);
        open(accounts, "700", findings);
        files(findings);
        return findings.isEmpty()
                ? List.of(Finding.ok(NAME, "the folders can be written, and only by their owner"))
                : findings;
    }

    private static void folder(Path folder, String name, List<Finding> findings) {
        if (!Files.exists(folder)) {
            var parent = existing(folder);
            if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
                findings.add(Finding.fail(
                        NAME,
                        "the %s %s cannot be made: %s cannot be written".formatted(name, folder, parent),
                        "make it, and give it to the gateway's user: mkdir -p %s && chown $(id -u) %s"
                                .formatted(folder, folder)));
            }
        } else if (!Files.isDirectory(folder)) {
            findings.add(Finding.fail(
                    NAME,
                    "the %s %s is no folder".formatted(name, folder),
                    "move that file away: mv %s %s.old".formatted(folder, folder)));
        } else if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            findings.add(Finding.fail(
                    NAME,
                    "the %s %s cannot be read and written".formatted(name, folder),
                    "chown -R $(id -u) %s && chmod 700 %s".formatted(folder, folder)));
        }
    }

    private void files(List<Finding> findings) {
        if (!Files.isDirectory(accounts) || !Files.isReadable(accounts)) {
            return;
        }
        try (var files = Files.newDirectoryStream(accounts, "*.json")) {
            for (var file : files) {
                if (Files.isReadable(file)) {
                    open(file, "600", findings);
                } else {
                    findings.add(Finding.fail(
                            NAME,
                            "%s cannot be read".formatted(file),
                            "chown $(id -u) %s && chmod 600 %s".formatted(file, file)));
                }
            }
        } catch (IOException unreadable) {
            findings.add(Finding.fail(NAME, "%s cannot be listed".formatted(accounts), "chmod 700 " + accounts));
        }
    }

    private static void open(Path path, String mode, List<Finding> findings) {
        try {
            if (Files.exists(path)
                    && path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                findings.add(Finding.warn(
                        NAME,
                        "%s holds secrets, and others may read it".formatted(path),
                        "chmod %s %s".formatted(mode, path)));
            }
        } catch (IOException unknown) {
            // reading it will tell
        }
    }

    private static Path existing(Path path) {
        var at = path.toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return at;
    }
}
