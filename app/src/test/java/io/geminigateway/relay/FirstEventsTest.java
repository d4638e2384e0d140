package io.geminigateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstEventsTest {
    private static final ModelName MODEL = new ModelName("gemini-3.8-flash");

    private final FirstEvents times = new FirstEvents();

    @Test
    void nothingIsSaidOfAModelThatHasHardlyAnswered() {
        took(1, 19);

        assertThat(times.slowest(MODEL, true)).isEmpty();
        assertThat(times.slowest(new ModelName("gemini-4-neon"), true)).isEmpty();
    }

    @Test
    void nineteenInTwentyAreSooner() {
        took(1, 100);

        assertThat(times.slowest(MODEL, true)).hasValue(Duration.ofMillis(95));
    }

    @Test
    void whatWasLongAgoIsForgotten() {
        took(10_001, 10_128);
        took(1, 128);

        assertThat(times.slowest(MODEL, true)).hasValue(Duration.ofMillis(122));
    }

    @Test
    void wholeAnswersAreAnotherMatter() {
        took(1, 100);

        assertThat(times.slowest(MODEL, false)).isEmpty();
    }

    @Test
    void ofVeryManyModelsTheOnesUnheardOfAreForgotten() {
        took(1, 100);

        for (var i = 0; i < 1000; i++) {
            times.took(new ModelName("made-up-" + i), true, Duration.ZERO);
        }

        assertThat(times.slowest(MODEL, true)).isEmpty();
    }

    private void took(int first, int last) {
        for (var millis = first; millis <= last; millis++) {
            times.took(MODEL, true, Duration.ofMillis(millis));
        }
    }
}
