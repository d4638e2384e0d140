package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecentTest {
    private record Thing(long lastUsed, boolean forgettable) implements Recent.Value {}

    private final Recent<Integer, Thing> recent = new Recent<>(10);

    @Test
    void theOneUsedLongestAgoIsForgotten() {
        for (var name = 0; name < 11; name++) {
            recent.obtain(name, key -> new Thing(100 - key, true));
        }

        assertThat(recent.all()).hasSize(10);
        assertThat(recent.find(9)).isNull();
    }

    @Test
    void whatMustNotBeForgottenIsSteppedOver() {
        recent.obtain(0, key -> new Thing(-1, false));
        for (var name = 1; name < 100; name++) {
            recent.obtain(name, key -> new Thing(key, true));
        }

        assertThat(recent.find(0)).isNotNull();
        assertThat(recent.all()).hasSize(10);
    }

    @Test
    void evenThoseAreNeverMoreThanTwiceAsMany() {
        for (var name = 0; name < 100; name++) {
            recent.obtain(name, key -> new Thing(key, false));
        }

        assertThat(recent.all()).hasSize(20);
    }
}
