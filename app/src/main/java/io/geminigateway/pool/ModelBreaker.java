package io.geminigateway.pool;

import io.geminigateway.account.AccountId;
import java.util.HashMap;
import java.util.Map;

/// Whether a model is down, whoever asks. Guarded by its monitor; only [#down] is read without. Times are
/// the clock's milliseconds.
final class ModelBreaker {
    /*
     * When many good accounts fail at once, it is more likely that the model is down than that all of them broke: Bayes'
     * rule, in log-odds. Then nobody is to blame, so nobody is charged or frozen. What helps is to slow down: a trickle
     * of calls finds out when the model is back, and grows as they succeed.
     */
    private record Result(boolean good, double evidence, long at) {}

    private final BreakerSettings settings;
    private final Map<AccountId, Result> results = new HashMap<>();
    private volatile boolean down;
    private long downSince;
    private double perSecond;
    private double saved;
    private long savedAt;
    private int tries;
    private double weight;
    private double successes;

    ModelBreaker(BreakerSettings settings) {
        this.settings = settings;
    }

    boolean down() {
        return down;
    }

    /// Whether a call may be sent now; if the model is down, it is one of few.
    synchronized boolean admits(long now) {
        if (!down) {
            return true;
        }
        save(now);
        if (saved < 1) {
            return false;
        }
        saved--;
        return true;
    }

    /// When the next call may be sent.
    synchronized long admitsFrom(long now) {
        save(now);
        return now + (long) Math.ceil(Math.max(1 - saved, 0) / perSecond * 1000);
    }

    synchronized void good(AccountId account, long sent, long now) {
        results.put(account, new Result(true, -settings.good(), now));
        if (down && sent >= downSince) {
            perSecond *= 2;
            tried(1);
        }
    }

    /// An account failed that was believed to fail with such a probability; `marked` if Google itself
    /// says that it is the model. True if thereby the model is down, and was not before.
    synchronized boolean bad(AccountId account, double failures, boolean marked, long sent, long now) {
        var likely = marked ? settings.marked() : settings.failing();
        var evidence = Math.min(settings.most(), Math.log(likely / Math.max(settings.least(), failures)));
        results.put(account, new Result(false, evidence, now));
        if (down) {
            if (sent >= downSince) {
                perSecond = Math.max(perSecond * settings.shrink(), settings.slowest());
                tried(0);
            }
            return false;
        }
        if (logOdds(now) > settings.verdict()) {
            trip(now);
        }
        return down;
    }

    private double logOdds(long now) {
        results.values()
                .removeIf(result -> now - result.at() > settings.window().toMillis());
        return settings.prior()
                + results.values().stream().mapToDouble(Result::evidence).sum();
    }

    private void trip(long now) {
        down = true;
        downSince = now;
        perSecond = settings.slowest();
        saved = 0;
        savedAt = now;
        tries = 0;
        weight = 0;
        successes = 0;
    }

    private void tried(double success) {
        tries++;
        weight = weight * settings.memory() + 1;
        successes = successes * settings.memory() + success;
        if (tries >= settings.tries() && successes >= settings.recovered() * weight) {
            down = false;
            results.clear();
        }
    }

    private void save(long now) {
        saved = Math.min(saved + Math.max(now - savedAt, 0) * perSecond / 1000, 1);
        savedAt = now;
    }
}
