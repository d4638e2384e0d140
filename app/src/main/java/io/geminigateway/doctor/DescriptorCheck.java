package io.geminigateway.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/// How many files and connections the process may have open.
final class DescriptorCheck implements Check {
    private static final String NAME = "descriptors";
    private static final long FEW = 1024;
    private static final long TOO_FEW = 256;

    @Override
    public List<Finding> look() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? List.of(of(unix.getMaxFileDescriptorCount()))
                : List.of();
    }

    /// A request takes two: the client's connection and Google's.
    static Finding of(long most) {
        var text = "%d files and connections at once".formatted(most);
        var fix = "raise it before the start: ulimit -n 65536, or LimitNOFILE=65536 in systemd";
        return most < TOO_FEW
                ? Finding.fail(NAME, text, fix)
                : most < FEW ? Finding.warn(NAME, text, fix) : Finding.ok(NAME, text);
    }
}
