package io.geminigateway.simulator;

import java.time.Duration;

/// One scripted account: the same one can be reached by API key, as an OAuth login and as a service account. Setters
/// return this.
/// Thread-safe.
public final class SimulatedAccount {
    private final String name;

    SimulatedAccount(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String key() {
        return "AQ.sim-" + name;
    }

    public String projectId() {
        return "sim-" + name;
    }

    /// `{"type":"api_key","key":...}`.
    public String apiKeyFile() {
        return "";
    }

    /// A login whose access token is good for an hour.
    public String loginFile() {
        return loginFile(Duration.ofHours(1));
    }

    /// A login whose access token expires then; negative: it has expired and is refused.
    public String loginFile(Duration untilExpiry) {
        return untilExpiry.toString();
    }

    /// A service account key as Google Cloud hands it out.
    public String serviceAccountFile() {
        return "";
    }

    /// What `gcloud auth application-default login` leaves behind.
    public String authorizedUserFile() {
        return "";
    }

    /// What it says when nothing else is scripted.
    public SimulatedAccount answers(String text) {
        return always(Reaction.text(text));
    }

    /// What the next generate and embed calls meet, in this order, before the default.
    public SimulatedAccount next(Reaction... reactions) {
        return this;
    }

    /// What every generate and embed call meets from now on.
    public SimulatedAccount always(Reaction reaction) {
        return this;
    }

    /// What its next visits to the token endpoint meet; an ordinary reaction lets one pass.
    public SimulatedAccount nextRefresh(Reaction... reactions) {
        return this;
    }

    /// What its next Code Assist setup calls (`loadCodeAssist`, `onboardUser`, operations) meet.
    public SimulatedAccount nextSetup(Reaction... reactions) {
        return this;
    }

    /// Before the head of every answer.
    public SimulatedAccount latency(Duration firstEvent) {
        return this;
    }

    public SimulatedAccount betweenEvents(Duration pause) {
        return this;
    }

    /// Per model, as at Google; above it the service's own 429 says when the minute is over.
    public SimulatedAccount requestsPerMinute(int limit) {
        return this;
    }

    /// Per model, until midnight Pacific; the 429 carries the misleadingly short delay that Google sends.
    public SimulatedAccount requestsPerDay(int limit) {
        return this;
    }

    /// Kills every refresh token handed out so far and the service account key. A new consent heals a login.
    public SimulatedAccount revoked() {
        return this;
    }

    /// Each refresh hands out a new refresh token and kills the old one.
    public SimulatedAccount rotatingRefreshTokens() {
        return this;
    }

    /// How long access tokens handed out from now on are good.
    public SimulatedAccount tokenLifetime(Duration lifetime) {
        return this;
    }

    /// Access tokens handed out so far answer 401 from now on.
    public SimulatedAccount expireTokens() {
        return this;
    }

    /// `loadCodeAssist` names no project until `onboardUser` ran; the login file names none either.
    public SimulatedAccount withoutProject() {
        return this;
    }

    /// What the model list shows.
    public SimulatedAccount models(String... ids) {
        return this;
    }
}
