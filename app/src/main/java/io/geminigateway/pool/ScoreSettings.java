package io.geminigateway.pool;

import java.time.Duration;

/// What the score of an account is made of; its unit is what a factor e of latency is worth, halved.
/// - `success`: failures cost a second call, so they weigh most.
/// - `latency`: weight of the logarithm of the time to the first event.
/// - `headroom`: weight of the logarithm of the part of the quota that is left; three times that without slack.
/// - `tight`: below this mean part of their quotas that the accounts have left, slack falls from 1 to 0.
/// - `cached`: for the account that served the conversation within `cache`: its first event comes in half the time.
/// - `crowding`: per call in flight on the account: a burst must not fall on one of them before the first answer is in.
/// - `conversations`: places for them, a power of two.
/// - `drawAllUpTo`, `draws`: above so many accounts only a random part is drawn for; choosing stays quick.
public record ScoreSettings(
        double success,
        double latency,
        double headroom,
        double tight,
        double cached,
        Duration cache,
        int conversations,
        double crowding,
        int drawAllUpTo,
        int draws) {
    public static ScoreSettings standard() {
        return new ScoreSettings(4, 0.5, 0.5, 0.5, 0.5, Duration.ofMinutes(5), 8192, 0.15, 64, 32);
    }
}
