package io.geminigateway.pool;

/// What the score of an account is made of; its unit is what a factor e of latency is worth, halved.
/// - `success`: failures cost a second call, so they weigh most.
/// - `latency`: weight of the logarithm of the time to the first event.
/// - `crowding`: per call in flight on the account: a burst must not fall on one of them before the first answer is in.
/// - `drawAllUpTo`, `draws`: above so many accounts only a random part is drawn for; choosing stays quick.
public record ScoreSettings(double success, double latency, double crowding, int drawAllUpTo, int draws) {
    public static ScoreSettings standard() {
        return new ScoreSettings(4, 0.5, 0.15, 64, 32);
    }
}
