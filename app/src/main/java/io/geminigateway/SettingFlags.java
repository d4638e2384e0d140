package io.geminigateway;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The settings that have a flag.
final class SettingFlags {
    @Option(names = "--port", description = "Port to listen on; PORT, 3000 by default.")
    private @Nullable String port;

    @Option(names = "--host", description = "Address to listen on; HOST, all interfaces by default.")
    private @Nullable String host;

    @Option(
            names = "--admin-port",
            description = "Port of the operator's side, on this machine only; ADMIN_PORT, 3001 by default.")
    private @Nullable String adminPort;

    /// What was given, by the names of the settings.
    Map<String, String> values() {
        var values = new HashMap<String, String>();
        put(values, Setting.PORT, port);
        put(values, Setting.HOST, host);
        put(values, Setting.ADMIN_PORT, adminPort);
        return values;
    }

    private static void put(Map<String, String> values, Setting setting, @Nullable String value) {
        if (value != null) {
            values.put(setting.name(), value);
        }
    }
}
