package io.geminigateway.endtoend;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What [SharedRig] does.
final class SharedRigs implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SharedRigs.class);

    private record Shared(Rig rig, Path home) {}

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, IllegalAccessException {
        var field = field(context.getRequiredTestClass());
        var home = Files.createTempDirectory("rig");
        var rig = Rig.withKeys(home, field.getAnnotation(SharedRig.class).value());
        context.getStore(OURS).put(Shared.class, new Shared(rig, home));
        field.setAccessible(true);
        field.set(null, rig);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        shared(context).rig().refresh();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        var shared = shared(context);
        shared.rig().close();
        try (var files = Files.walk(shared.home())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Shared shared(ExtensionContext context) {
        return context.getStore(OURS).get(Shared.class, Shared.class);
    }

    private static Field field(Class<?> test) {
        return Arrays.stream(test.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(SharedRig.class))
                .findAny()
                .orElseThrow();
    }
}
