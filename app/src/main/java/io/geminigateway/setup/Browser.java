package io.geminigateway.setup;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Opens the person's browser where there is one, and waits for nothing: the address is printed in any case.
final class Browser {
    private final Map<String, String> environment;
    private final String system;

    Browser(Map<String, String> environment, String system) {
        this.environment = Map.copyOf(environment);
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /// Whether a browser was started; nobody knows whether it shows anything.
    boolean open(URI address) {
        var command = command();
        if (command.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(command.getFirst(), address.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    /// Without a screen no browser is looked for: on servers `xdg-open` would start one in this very terminal.
    List<String> command() {
        var chosen = environment.getOrDefault("BROWSER", "");
        if (!chosen.isBlank()) {
            return List.of(chosen.split(":", -1)[0]);
        }
        if (system.contains("mac")) {
            return List.of("open");
        }
        if (environment.containsKey("WSL_DISTRO_NAME")) {
            return List.of("wslview");
        }
        var hasScreen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        var isRemote = environment.containsKey("SSH_CONNECTION");
        return hasScreen && !isRemote ? List.of("xdg-open") : List.of();
    }
}
