package io.geminigateway.telemetry;

import io.geminigateway.telemetry.Metric.Kind;
import java.util.Arrays;
import java.util.List;

/// Every name, unit, label and bucket that is exposed, and nothing that the gateway cannot know. Names are
/// OpenTelemetry's where it has one (semantic conventions 1.41.1); a test holds them against a list.
public final class TelemetryNames {
    private static final List<Double> DURATIONS = List.of(
            0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92, 163.84, 327.68,
            655.36);
    private static final List<Double> FIRST_TOKENS = List.of(
            0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0, 20.0, 30.0,
            60.0, 120.0);
    private static final List<Double> TOKEN_TIMES =
            List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5);
    private static final List<Double> TOKEN_COUNTS = List.of(
            1.0,
            4.0,
            16.0,
            64.0,
            256.0,
            1024.0,
            4096.0,
            16384.0,
            65536.0,
            262144.0,
            1048576.0,
            4194304.0,
            16777216.0,
            67108864.0);
    private static final List<Double> HTTP_DURATIONS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
    private static final List<Double> SIZES =
            List.of(256.0, 1024.0, 4096.0, 16384.0, 65536.0, 262144.0, 1048576.0, 4194304.0, 16777216.0, 67108864.0);
    private static final List<Double> CHOICES = List.of(1e-6, 5e-6, 1e-5, 5e-5, 1e-4, 1e-3, 1e-2);
    private static final List<Double> TRIES = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 8.0);

    private static final String[] ATTEMPT = {
        "gen_ai.operation.name",
        "gen_ai.provider.name",
        "gen_ai.request.model",
        "gen_ai.response.model",
        "server.address",
        "server.port",
        "error.type"
    };
    private static final String[] REQUEST = {
        "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "error.type"
    };
    private static final String[] HTTP_REQUEST = {
        "http.request.method",
        "http.route",
        "http.response.status_code",
        "url.scheme",
        "network.protocol.version",
        "error.type"
    };

    public static final Metric TOKEN_USAGE = spread(
            "gen_ai.client.token.usage",
            "{token}",
            TOKEN_COUNTS,
            "Tokens of one upstream attempt",
            with(ATTEMPT, "gen_ai.token.type"));
    public static final Metric ATTEMPT_DURATION =
            spread("gen_ai.client.operation.duration", "s", DURATIONS, "One upstream attempt", ATTEMPT);
    public static final Metric FIRST_CHUNK = spread(
            "gen_ai.client.operation.time_to_first_chunk",
            "s",
            DURATIONS,
            "From an attempt's start to the first event of its stream",
            ATTEMPT);
    public static final Metric REQUEST_DURATION =
            spread("gen_ai.server.request.duration", "s", DURATIONS, "One client request, retries included", REQUEST);
    public static final Metric FIRST_TOKEN = spread(
            "gen_ai.server.time_to_first_token",
            "s",
            FIRST_TOKENS,
            "From a request's head to the first content byte of a good stream",
            REQUEST);
    public static final Metric TOKEN_TIME = spread(
            "gen_ai.server.time_per_output_token",
            "s",
            TOKEN_TIMES,
            "Time for each token after the first, of good streams",
            REQUEST);

    public static final Metric HTTP_DURATION =
            spread("http.server.request.duration", "s", HTTP_DURATIONS, "One HTTP request of a client", HTTP_REQUEST);
    public static final Metric HTTP_REQUEST_SIZE =
            spread("http.server.request.body.size", "By", SIZES, "Bodies that clients sent", HTTP_REQUEST);
    public static final Metric HTTP_RESPONSE_SIZE =
            spread("http.server.response.body.size", "By", SIZES, "Bodies that clients were sent", HTTP_REQUEST);
    public static final Metric HTTP_ACTIVE =
            upDown("http.server.active_requests", "{request}", "HTTP requests of clients under way");
    public static final Metric CALL_DURATION = spread(
            "http.client.request.duration",
            "s",
            HTTP_DURATIONS,
            "One HTTP request to Google",
            "http.request.method",
            "server.address",
            "server.port",
            "url.template",
            "http.response.status_code",
            "error.type");

    public static final Metric BUILD = new Metric(
            Kind.INFO,
            "gemini_gateway.build.info",
            "1",
            List.of(),
            List.of("version", "java"),
            "The version that runs, and the Java it runs on");
    public static final Metric READY = gauge("gemini_gateway.ready", "1", "1 when ready");
    public static final Metric REQUESTS =
            counter("gemini_gateway.requests", "{request}", "Requests of clients", "dialect", "operation", "outcome");
    public static final Metric REQUEST_ERRORS = counter(
            "gemini_gateway.request.errors", "{request}", "Requests that failed, and why", "error_type", "blame");
    public static final Metric REQUEST_ATTEMPTS =
            spread("gemini_gateway.request.attempts", "{attempt}", TRIES, "Attempts used by one request", "outcome");
    public static final Metric ATTEMPTS =
            counter("gemini_gateway.attempts", "{attempt}", "Upstream attempts", "account", "outcome");
    public static final Metric TOKENS =
            counter("gemini_gateway.tokens", "{token}", "Tokens of answers given", "key", "model", "type");
    public static final Metric TOKENS_DISCARDED = counter(
            "gemini_gateway.tokens.discarded", "{token}", "Tokens burnt for nothing that counts", "model", "reason");

    public static final Metric POOL_ACCOUNTS =
            gauge("gemini_gateway.pool.accounts", "{account}", "Accounts by standing", "state");
    public static final Metric SCORE =
            gauge("gemini_gateway.account.score", "1", "Believed success rate of an account", "account", "model_class");
    public static final Metric SCORE_ALPHA = gauge(
            "gemini_gateway.account.score.alpha", "1", "First parameter of that belief", "account", "model_class");
    public static final Metric SCORE_BETA = gauge(
            "gemini_gateway.account.score.beta", "1", "Second parameter of that belief", "account", "model_class");
    public static final Metric IN_FLIGHT =
            gauge("gemini_gateway.account.inflight", "{request}", "Attempts under way", "account");
    public static final Metric FREEZES =
            counter("gemini_gateway.account.freezes", "{freeze}", "Freezes", "account", "error_type");
    public static final Metric FROZEN_UNTIL = gauge(
            "gemini_gateway.account.frozen.until", "s", "When the last freeze ends, 0 if there is none", "account");
    public static final Metric SELECTION =
            spread("gemini_gateway.pool.selection.duration", "s", CHOICES, "One choice of an account", "result");
    public static final Metric STARVATION = counter(
            "gemini_gateway.pool.starvation", "{request}", "Requests that no account could be had for", "model");
    public static final Metric PANIC =
            gauge("gemini_gateway.pool.panic", "1", "1 while a model is down, so that nobody is frozen for it");

    public static final Metric REFRESHES =
            counter("gemini_gateway.oauth.refreshes", "{refresh}", "Renewals of access tokens", "account", "result");
    public static final Metric TOKEN_EXPIRY =
            gauge("gemini_gateway.oauth.token.expiry", "s", "When the access token ends", "account");
    public static final Metric CREDENTIAL_WRITES =
            counter("gemini_gateway.credential.writes", "{write}", "Accounts' files written", "result");
    public static final Metric DEGRADED =
            gauge("gemini_gateway.persist.degraded", "1", "1 while it runs from memory alone", "store");

    public static final Metric STREAMS =
            upDown("gemini_gateway.stream.active", "{stream}", "Streams open to clients", "dialect");
    public static final Metric STREAM_ENDS =
            counter("gemini_gateway.stream.ends", "{stream}", "How streams ended", "reason");
    public static final Metric HEARTBEATS =
            counter("gemini_gateway.stream.heartbeats", "{comment}", "Comments sent into silent streams");

    public static final Metric INSIDE = gauge("gemini_gateway.admission.inflight", "{request}", "Requests inside");
    public static final Metric WAITING =
            gauge("gemini_gateway.admission.queued", "{request}", "Requests that wait for an account");
    public static final Metric REJECTED =
            counter("gemini_gateway.admission.rejected", "{request}", "Requests turned away", "reason");
    public static final Metric RETRY_BUDGET =
            gauge("gemini_gateway.retry.budget", "1", "The part of the retry budget that is left");
    public static final Metric AUTH_FAILURES =
            counter("gemini_gateway.auth.failures", "{request}", "Who was not let in", "surface", "reason");
    public static final Metric ADMIN_ACTIONS =
            counter("gemini_gateway.admin.actions", "{action}", "An operator's words", "action", "result");
    public static final Metric DROPPED =
            counter("gemini_gateway.telemetry.dropped", "{item}", "What was not told", "signal");
    public static final Metric OVERFLOW =
            counter("gemini_gateway.telemetry.overflow", "{item}", "What was told under the label \"other\"", "signal");
    public static final Metric REQUEST_BODIES =
            gauge("gemini_gateway.memory.request_bodies", "By", "Request bodies in memory");

    private TelemetryNames() {}

    /// All of them.
    public static List<Metric> all() {
        return List.of(
                TOKEN_USAGE,
                ATTEMPT_DURATION,
                FIRST_CHUNK,
                REQUEST_DURATION,
                FIRST_TOKEN,
                TOKEN_TIME,
                HTTP_DURATION,
                HTTP_REQUEST_SIZE,
                HTTP_RESPONSE_SIZE,
                HTTP_ACTIVE,
                CALL_DURATION,
                BUILD,
                READY,
                REQUESTS,
                REQUEST_ERRORS,
                REQUEST_ATTEMPTS,
                ATTEMPTS,
                TOKENS,
                TOKENS_DISCARDED,
                POOL_ACCOUNTS,
                SCORE,
                SCORE_ALPHA,
                SCORE_BETA,
                IN_FLIGHT,
                FREEZES,
                FROZEN_UNTIL,
                SELECTION,
                STARVATION,
                PANIC,
                REFRESHES,
                TOKEN_EXPIRY,
                CREDENTIAL_WRITES,
                DEGRADED,
                STREAMS,
                STREAM_ENDS,
                HEARTBEATS,
                INSIDE,
                WAITING,
                REJECTED,
                RETRY_BUDGET,
                AUTH_FAILURES,
                ADMIN_ACTIONS,
                DROPPED,
                OVERFLOW,
                REQUEST_BODIES);
    }

    /// These labels and one more.
    static String[] with(String[] labels, String last) {
        var all = Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = last;
        return all;
    }

    private static Metric counter(String name, String unit, String help, String... labels) {
        return new Metric(Kind.COUNTER, name, unit, List.of(), List.of(labels), help);
    }

    private static Metric upDown(String name, String unit, String help, String... labels) {
        return new Metric(Kind.UP_DOWN, name, unit, List.of(), List.of(labels), help);
    }

    private static Metric gauge(String name, String unit, String help, String... labels) {
        return new Metric(Kind.GAUGE, name, unit, List.of(), List.of(labels), help);
    }

    private static Metric spread(String name, String unit, List<Double> bounds, String help, String... labels) {
        return new Metric(Kind.HISTOGRAM, name, unit, bounds, List.of(labels), help);
    }
}
