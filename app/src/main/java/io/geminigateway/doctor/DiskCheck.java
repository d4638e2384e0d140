package io.geminigateway.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Room for tokens that are saved, and for what the gateway keeps.
final class DiskCheck implements Check {
    private static final String NAME = "disk";
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LITTLE = 200;
    private static final long NOTHING = 10;

    private final Path folder;

    DiskCheck(Patient patient) {
        folder = Files.exists(patient.accounts()) ? patient.accounts() : patient.home();
    }

    @Override
    public List<Finding> look() {
        try {
            return List.of(of(Files.getFileStore(folder).getUsableSpace() / MEGABYTE));
        } catch (IOException unknown) {
            return List.of(
                    Finding.warn(NAME, "the free space of %s is not known".formatted(folder), "see: df " + folder));
        }
    }

    Finding of(long free) {
        var text = "%d MiB free for %s".formatted(free, folder);
        var fix = "make room; without it fresh tokens cannot be saved";
        return free < NOTHING
                ? Finding.fail(NAME, text, fix)
                : free < LITTLE ? Finding.warn(NAME, text, fix) : Finding.ok(NAME, text);
    }
}
