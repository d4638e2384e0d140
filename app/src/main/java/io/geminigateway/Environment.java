package io.geminigateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What was set, where: flags win over the environment, which wins over the `.env` file. A secret may also stand in a
/// file that `<NAME>_FILE` names; name and file are the same setting, so the rule above holds for both.
final class Environment {
    /// A value and the place it came from.
    record Given(String value, String source) {}

    /// Docker Compose reads the same `.env` for its own settings.
    private static final String OF_COMPOSE = "COMPOSE_";

    private static final String FILE = ".env";

    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    private Environment() {}

    static Environment read(Path home, Map<String, String> flags) throws IOException {
        return of(home, DotEnv.read(home.resolve(FILE)), System.getenv(), flags);
    }

    static Environment of(
            Path home, Map<String, String> file, Map<String, String> environment, Map<String, String> flags) {
        var all = new Environment();
        all.add(FILE, file, home);
        all.add("environment", environment, home);
        all.add("flag", flags, home);
        all.lookForUnknown(file, environment);
        return all;
    }

    Optional<Given> given(Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }

    /// What is set, by name.
    Map<Setting, String> values() {
        var values = new EnumMap<Setting, String>(Setting.class);
        given.forEach((setting, value) -> values.put(setting, value.value()));
        return values;
    }

    /// What is wrong with names and files.
    List<String> problems() {
        return List.copyOf(problems);
    }

    /// Names in the process environment, which is everybody's, that look like misspelt settings.
    List<String> doubts() {
        return List.copyOf(doubts);
    }

    private void add(String source, Map<String, String> layer, Path home) {
        for (var setting : Setting.values()) {
            var plain = Optional.ofNullable(layer.get(setting.name()));
            var inFile = setting.nameInFile().map(layer::get).filter(name -> !name.isBlank());
            if (plain.filter(value -> !value.isBlank()).isPresent() && inFile.isPresent()) {
                problems.add("%s and %s: are both set in the %s; keep one"
                        .formatted(
                                setting,
                                setting.nameInFile().orElseThrow(),
                                source.equals(FILE) ? ".env file" : source));
            } else if (inFile.isPresent()) {
                addFromFile(setting, source, home.resolve(inFile.get().strip()));
            } else {
                plain.ifPresent(value -> given.put(setting, new Given(value, source)));
            }
        }
    }

    private void addFromFile(Setting setting, String source, Path file) {
        try {
            var value = SecretFile.read(file);
            given.put(setting, new Given(value, "%s, in %s".formatted(source, file)));
        } catch (IOException unreadable) {
            problems.add("%s: %s cannot be read: %s"
                    .formatted(setting.nameInFile().orElseThrow(), file, unreadable.getMessage()));
        }
    }

    private void lookForUnknown(Map<String, String> file, Map<String, String> environment) {
        for (var name : new TreeSet<>(file.keySet())) {
            if (!isKnown(name) && !name.startsWith(OF_COMPOSE)) {
                problems.add("%s: is in .env, but there is no such setting%s"
                        .formatted(
                                name,
                                NearestName.of(name)
                                        .map(near -> "; did you mean %s?".formatted(near))
                                        .orElse("; .env.example lists them all")));
            }
        }
        for (var name : new TreeSet<>(environment.keySet())) {
            if (!isKnown(name)) {
                NearestName.of(name)
                        .filter(near -> !environment.containsKey(near))
                        .ifPresent(near -> doubts.add(
                                "%s is in the environment, but is no setting of the gateway's; did you mean %s?"
                                        .formatted(name, near)));
            }
        }
    }

    private static boolean isKnown(String name) {
        return Setting.named(name).isPresent() || namesAFile(name);
    }

    private static boolean namesAFile(String name) {
        return Arrays.stream(Setting.values())
                .flatMap(setting -> setting.nameInFile().stream())
                .anyMatch(name::equals);
    }
}
