package io.geminigateway.pool;

import java.time.Duration;

/// How quotas that Google does not tell are learned from its refusals.
/// - `fading`: quotas change rarely, traffic often.
/// - `closest`, `farthest`: what was admitted between two refusals so far apart is what was refilled; those closer
/// together belong to one burst, and between those farther apart the quota may have lain idle.
/// - `evidence`: so much time has to be covered before anything is concluded.
/// - `holds`: how much an unused quota saves up.
/// - `forgotten`: so long after the last refusal the quota is taken as unknown again.
/// - `eager`, `patient`: how often a call is sent although the quota seems used up: as the last such calls fared.
/// - `least`: the smallest headroom that the score knows.
public record RateSettings(
        HalfLife fading,
        Duration closest,
        Duration farthest,
        Duration evidence,
        Duration holds,
        Duration forgotten,
        Duration eager,
        Duration patient,
        double least) {
    public static RateSettings standard() {
        return new RateSettings(
                HalfLife.of(Duration.ofMinutes(5)),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                0.03);
    }
}
