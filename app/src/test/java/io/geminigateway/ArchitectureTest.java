package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of arrows of ARCHITECTURE.md. Changing it is an architecture decision: write an ADR.
class ArchitectureTest {
    private static final String HOME = "io.geminigateway";

    /// Package -> what it may import of ours. A dialect's children count as the dialect.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("failure", Set.of()),
            Map.entry("gemini", Set.of("failure", "sse")),
            Map.entry("sse", Set.of()),
            Map.entry("dialect", Set.of("failure", "gemini", "sse")),
            Map.entry("prompt", Set.of("dialect", "failure", "gemini")),
            Map.entry("answer", Set.of("failure", "gemini")),
            Map.entry("openai", Set.of("answer", "dialect", "failure", "gemini", "prompt", "sse")),
            Map.entry("anthropic", Set.of("answer", "dialect", "failure", "gemini", "prompt", "sse")),
            Map.entry("google", Set.of("dialect", "failure", "gemini", "sse")),
            Map.entry("media", Set.of("failure", "gemini")),
            Map.entry("account", Set.of()),
            Map.entry("login", Set.of("account")),
            Map.entry("pool", Set.of("account", "failure", "gemini")),
            Map.entry("telemetry", Set.of("account", "failure", "gemini")),
            Map.entry("upstream", Set.of("account", "failure", "gemini", "sse", "telemetry", "timer")),
            Map.entry("relay", Set.of("account", "failure", "gemini", "pool", "telemetry", "timer", "upstream")),
            Map.entry(
                    "server",
                    Set.of(
                            "account",
                            "dialect",
                            "failure",
                            "gemini",
                            "pool",
                            "relay",
                            "sse",
                            "telemetry",
                            "timer",
                            "upstream")),
            Map.entry("admin", Set.of("account", "failure", "gemini", "pool", "telemetry")),
            Map.entry("log", Set.of()),
            Map.entry("timer", Set.of()),
            Map.entry("state", Set.of()),
            Map.entry("terminal", Set.of()),
            Map.entry("cli", Set.of("admin", "gemini", "terminal")),
            Map.entry("setup", Set.of("account", "admin", "login", "terminal")),
            Map.entry("doctor", Set.of("account", "admin", "gemini", "terminal")),
            Map.entry("demo", Set.of("simulator", "terminal")));

    /// Modules of their own, and the list of JSON adapters that is generated.
    private static final Set<String> OUTSIDE = Set.of("simulator", "benchmarks", "jsonb");

    private static final Set<String> PURE =
            Set.of("failure", "gemini", "sse", "dialect", "prompt", "answer", "anthropic", "google", "openai", "pool");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOME);

    @Test
    void arrowsNeverTurnBack() {
        var wrong = new TreeSet<String>();

        for (var from : CLASSES) {
            var room = roomOf(from);
            if (room.isEmpty() || OUTSIDE.contains(room)) {
                continue; // the root may see all
            }
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (isOurs(target) && !roomOf(target).equals(room) && !allowed(room, roomOf(target))) {
                    wrong.add(from.getName() + " -> " + target.getName());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRoomIsInTheTable() {
        var rooms = CLASSES.stream()
                .map(ArchitectureTest::roomOf)
                .filter(room -> !room.isEmpty() && !OUTSIDE.contains(room))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ARROWS.keySet()).containsAll(rooms);
    }

    @Test
    void thePureRoomsTouchNoSocketNoFileNoClockAndNoVertx() {
        var forbidden =
                Set.of("io.vertx", "io.netty", "java.net.http", "java.nio.file", "java.nio.channels", "org.slf4j");
        var wrong = new TreeSet<String>();

        for (var from : CLASSES) {
            if (!PURE.contains(roomOf(from))) {
                continue;
            }
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getPackageName();
                if (forbidden.stream().anyMatch(target::startsWith)) {
                    wrong.add(from.getName() + " -> " + target);
                }
            }
            for (var call : from.getMethodCallsFromSelf()) {
                var owner = call.getTargetOwner().getName();
                var now = owner.equals("java.time.Instant") && call.getName().equals("now");
                var chance = owner.equals("java.lang.Math") && call.getName().equals("random");
                if (now || chance || owner.equals("java.net.Socket")) {
                    wrong.add(from.getName() + " calls " + call.getTarget().getFullName());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(HOME);
    }

    private static boolean allowed(String from, String to) {
        return ARROWS.getOrDefault(from, Set.of()).contains(to);
    }

    /// `openai` for `io.geminigateway.openai.chat`; empty for the root.
    private static String roomOf(JavaClass type) {
        var name = type.getPackageName();
        if (name.length() <= HOME.length()) {
            return "";
        }
        var rest = name.substring(HOME.length() + 1);
        var dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
