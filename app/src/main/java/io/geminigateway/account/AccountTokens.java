package io.geminigateway.account;

import static io.geminigateway.account.CredentialException.Kind.REJECTED;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The token of one account, and the one refresh at a time that renews it.
/// Thread-safe: `live` is read without a lock; decisions are made under `this`, and whoever else is involved is called
/// without it.
final class AccountTokens {
    private static final Logger log = LoggerFactory.getLogger(TokenRefresher.class);

    private static final Duration LEAD = Duration.ofMinutes(5);
    private static final Duration LEAD_JITTER = Duration.ofSeconds(60);

    /// Between two refreshes that a 401 asked for: a storm of them must not become one of refreshes.
    private static final Duration FORCED_PAUSE = Duration.ofSeconds(10);

    /// As its file says now; the credentials stay the same.
    private volatile Account account;

    private final TokenSource source;
    private final TokenStore store;
    private final Clocks clocks;
    private final Jitter jitter;

    private volatile @Nullable LiveToken live;
    private @Nullable Promise<Authorization> refresh;
    private @Nullable Secret refreshToken;
    private Renewals renewals = Renewals.NONE;
    private final Setback setback;
    private long forcedPauseEnds;

    AccountTokens(Account account, TokenSource source, TokenStore store, Clocks clocks, Jitter jitter) {
        this.account = account;
        this.source = source;
        this.store = store;
        this.clocks = clocks;
        this.jitter = jitter;
        setback = new Setback(clocks, jitter);
        forcedPauseEnds = clocks.nanos();
        if (account.credentials() instanceof Credentials.Login login) {
            refreshToken = login.refreshToken();
            var token = login.token();
            live = token == null
                    ? null
                    : new LiveToken(token.value(), TokenLife.until(token.expiresAt(), lead(), clocks));
        }
    }

    Account account() {
        return account;
    }

    Future<Authorization> authorize() {
        var token = live;
        if (token == null || token.life().isOver(clocks)) {
            return renewed();
        }
        if (token.life().isDue(clocks)) {
            renewed(); // in the background: whoever noticed goes on with the old one
        }
        return token.answer();
    }

    Future<Authorization> reauthorize(Authorization refused) {
        synchronized (this) {
            var token = live;
            if (token != null && token.authorization().equals(refused)) {
                if (refresh != null) {
                    return refresh.future();
                }
                var refusal = setback.inForce().or(this::refusedAgain);
                if (refusal.isPresent()) {
                    return Future.failedFuture(refusal.get());
                }
                forcedPauseEnds = clocks.nanos() + FORCED_PAUSE.toNanos();
                live = null;
            }
        }
        return authorize();
    }

    /// After somebody touched the file: whatever went wrong may be tried again at once.
    synchronized void forgive(Account now) {
        account = now;
        setback.overcome();
    }

    synchronized TokenStatus status() {
        return new TokenStatus(
                Optional.ofNullable(live).map(token -> token.life().expiresAt()), setback.inForce(), renewals);
    }

    private Future<Authorization> renewed() {
        Promise<Authorization> started;
        synchronized (this) {
            if (refresh != null) {
                return refresh.future();
            }
            var token = live;
            if (token != null && !token.life().isDue(clocks)) {
                return token.answer(); // somebody else was faster
            }
            var refusal = setback.inForce();
            if (refusal.isPresent()) {
                return Future.failedFuture(refusal.get());
            }
            started = begin();
        }
        visit(started);
        return started.future();
    }

    private Promise<Authorization> begin() {
        Promise<Authorization> started = Promise.promise();
        refresh = started;
        return started;
    }

    private void visit(Promise<Authorization> started) {
        // Nobody else touches the refresh token until this refresh ends.
        var spent = refreshToken;
        var answer = switch (account.credentials()) {
            case Credentials.ServiceAccount key -> source.bySignature(account, key);
            case Credentials.Login login when spent != null -> source.byRefreshToken(account, spent, login.client());
            default -> throw new IllegalStateException("an API key has no token");
        };
        answer.onSuccess(outcome -> {
            switch (outcome) {
                case TokenAnswer.Granted granted -> granted(granted, spent, started);
                case TokenAnswer.Refused refused -> failed(refused.reason(), started);
            }
        });
    }

    private void granted(TokenAnswer.Granted granted, @Nullable Secret spent, Promise<Authorization> started) {
        var expiresAt = clocks.wall().instant().plus(granted.lifetime());
        var half = granted.lifetime().dividedBy(2);
        var lead = lead();
        var life = TokenLife.until(expiresAt, lead.compareTo(half) < 0 ? lead : half, clocks);
        var token = new LiveToken(granted.accessToken(), life);
        synchronized (this) {
            live = token;
            refresh = null;
            renewals = renewals.plusGranted();
            refreshToken = granted.refreshToken() == null ? spent : granted.refreshToken();
            setback.overcome();
        }
        if (spent != null) {
            store.save(
                    account.id(),
                    new Tokens(spent, granted.accessToken(), granted.type(), expiresAt, granted.refreshToken()));
        }
        log.info(
                "event=oauth.refresh account={} file={} result=ok expires_at={} rotated={}",
                account.id(),
                account.file(),
                expiresAt,
                granted.refreshToken() != null);
        started.complete(token.authorization());
    }

    private void failed(CredentialException reason, Promise<Authorization> started) {
        Duration pause;
        synchronized (this) {
            refresh = null;
            renewals = renewals.plus(reason.kind());
            pause = setback.suffered(reason);
            if (reason.kind() == REJECTED) {
                live = null;
            }
        }
        log.warn(
                "event=oauth.refresh account={} file={} result={} retry_in_ms={} reason=\"{}\"",
                account.id(),
                account.file(),
                reason.kind().name().toLowerCase(Locale.ROOT),
                pause.isZero() ? "never" : pause.toMillis(),
                reason.getMessage());
        started.fail(reason);
    }

    private Optional<CredentialException> refusedAgain() {
        return clocks.nanos() - forcedPauseEnds >= 0
                ? Optional.empty()
                : Optional.of(new CredentialException(
                        REJECTED,
                        "Google refuses a token that is not %d s old: does the account still have access?"
                                .formatted(FORCED_PAUSE.toSeconds())));
    }

    private Duration lead() {
        return LEAD.plus(jitter.upTo(LEAD_JITTER));
    }
}
