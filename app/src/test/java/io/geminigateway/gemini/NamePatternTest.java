package io.geminigateway.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro,gemini-2.5-pro",
        "gemini-2.5-pro,GEMINI-2.5-Pro",
        "gemini-*,gemini-",
        "gemini-*,Gemini-3-flash",
        "*-flash,gemini-3-flash",
        "*-flash,x-flash-flash",
        "gemini-*-flash-*,gemini-3-flash-lite",
        "*lite*,gemini-3-flash-lite",
        "a*b*b,abb",
        "a*ab*b,aababb",
        "*,anything"
    })
    void aStarStandsForAnyCharacters(String pattern, String name) {
        assertThat(NamePattern.of(pattern).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro,gemini-2x5-pro",
        "gemini-2.5-pro,gemini-2.5-pro-x",
        "gemini-*,gemin",
        "*-flash,gemini-3-flash-lite",
        "gemini-*-flash-*,gemini-flash-",
        "a*a,a",
        "a*b*b,ab",
        "a*ab*b,aab"
    })
    void everythingElseIsMeantLetterByLetter(String pattern, String name) {
        assertThat(NamePattern.of(pattern).matches(name)).isFalse();
    }
}
