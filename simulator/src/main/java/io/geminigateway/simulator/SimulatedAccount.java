package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One scripted account: the same one can be reached by API key, as an OAuth login and as a service account. Setters
/// return this.
/// Thread-safe.
public final class SimulatedAccount {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private final String name;
    private final Credentials credentials;
    private final AccountFiles files;
    private final Script script;
    private final Quota quota;
    private final Onboarding onboarding = new Onboarding();
    private final AtomicLong responses = new AtomicLong();
    private volatile String text;
    private final Map<String, JsonObject> descriptions = new ConcurrentHashMap<>();
    private volatile String project;
    private volatile List<String> models = List.of(
            "gemini-3.8-flash",
            "gemini-3.1-pro-preview",
            "gemini-3-flash",
            "gemini-2.5-pro",
            "gemini-2.5-flash",
            "gemini-2.5-flash-lite",
            "gemini-embedding-001");

    SimulatedAccount(String name, InstantSource clock, Supplier<URI> tokenEndpoint, Everybody everybody) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no account name: it becomes part of keys and addresses".formatted(name));
        }
        this.name = name;
        project = "sim-" + name;
        text = "Hello, this is %s speaking. I am a simulated account, and I am happy to help. Ask me anything else!"
                .formatted(name);
        script = new Script(everybody);
        credentials = new Credentials(name, clock);
        files = new AccountFiles(name, credentials, tokenEndpoint);
        quota = new Quota(clock);
    }

    public String name() {
        return name;
    }

    public String key() {
        return "AQ.sim-" + name;
    }

    public String projectId() {
        return project;
    }

    /// Its Cloud project is that of another account: they see the same files.
    public SimulatedAccount inProjectOf(SimulatedAccount other) {
        project = other.projectId();
        return this;
    }

    /// `{"type":"api_key","key":...}`.
    public String apiKeyFile() {
        return files.apiKey(key());
    }

    /// A login whose access token is good for an hour.
    public String loginFile() {
        return loginFile(Duration.ofHours(1));
    }

    /// A login whose access token expires then; negative: it has expired and is refused.
    public String loginFile(Duration untilExpiry) {
        return files.login(Optional.of(projectId()).filter(_ -> onboarding.isDone()), untilExpiry);
    }

    /// A service account key as Google Cloud hands it out.
    public String serviceAccountFile() {
        return files.serviceAccount(projectId(), email());
    }

    /// What `gcloud auth application-default login` leaves behind.
    public String authorizedUserFile() {
        return files.authorizedUser(projectId());
    }

    /// What it says of its own accord; but if the user's last text begins with `echo: `, it says the rest of that text.
    public SimulatedAccount answers(String text) {
        this.text = text;
        return this;
    }

    /// What the next generate and embed calls meet, in this order, before the default.
    public SimulatedAccount next(Reaction... reactions) {
        script.next(List.of(reactions));
        return this;
    }

    /// What every generate and embed call meets from now on.
    public SimulatedAccount always(Reaction reaction) {
        script.always(reaction);
        return this;
    }

    /// What its next visits to the token endpoint meet; an ordinary reaction lets one pass.
    public SimulatedAccount nextRefresh(Reaction... reactions) {
        script.nextRefreshes(List.of(reactions));
        return this;
    }

    /// What its next Code Assist setup calls (`loadCodeAssist`, `onboardUser`, operations) meet.
    public SimulatedAccount nextSetup(Reaction... reactions) {
        script.nextSetups(List.of(reactions));
        return this;
    }

    /// Before the head of every answer.
    public SimulatedAccount latency(Duration firstEvent) {
        script.latency(firstEvent);
        return this;
    }

    public SimulatedAccount betweenEvents(Duration pause) {
        script.pause(pause);
        return this;
    }

    /// Per model, as at Google; above it the service's own 429 says when the minute is over.
    public SimulatedAccount requestsPerMinute(int limit) {
        quota.perMinute(limit);
        return this;
    }

    /// Per model, until midnight Pacific; the 429 carries the misleadingly short delay that Google sends.
    public SimulatedAccount requestsPerDay(int limit) {
        quota.perDay(limit);
        return this;
    }

    /// Kills every refresh token handed out so far and the service account key. A new consent heals a login.
    public SimulatedAccount revoked() {
        credentials.revoke();
        return this;
    }

    /// Each refresh hands out a new refresh token and kills the old one.
    public SimulatedAccount rotatingRefreshTokens() {
        credentials.rotate();
        return this;
    }

    /// How long access tokens handed out from now on are good.
    public SimulatedAccount tokenLifetime(Duration lifetime) {
        credentials.living(lifetime);
        return this;
    }

    /// Access tokens handed out so far answer 401 from now on.
    public SimulatedAccount expireTokens() {
        credentials.expire();
        return this;
    }

    /// `loadCodeAssist` names no project until `onboardUser` ran; the login file names none either.
    public SimulatedAccount withoutProject() {
        onboarding.forget();
        return this;
    }

    /// What the model list shows.
    public SimulatedAccount models(String... ids) {
        models = List.of(ids);
        return this;
    }

    /// One more model in the list, of which it says this: members that win over the usual ones, null to leave one out.
    public SimulatedAccount model(String id, JsonObject description) {
        descriptions.put(id, description.copy());
        models = Stream.concat(models.stream(), Stream.of(id)).distinct().toList();
        return this;
    }

    /// What an identity token and the user info say about the user.
    JsonObject profile() {
        var email = name + "@sim.example";
        return JsonObject.of(
                "id", "sim-" + name, "sub", "sim-" + name, "email", email, "verified_email", true, "name", name);
    }

    /// The service account's address.
    String email() {
        return "%s@%s.iam.gserviceaccount.com".formatted(name, projectId());
    }

    String nextResponseId() {
        return "sim-response-%s-%d".formatted(name, responses.incrementAndGet());
    }

    String text() {
        return text;
    }

    List<String> models() {
        return models;
    }

    JsonObject description(String model) {
        return descriptions.getOrDefault(model, new JsonObject());
    }

    Credentials credentials() {
        return credentials;
    }

    Script script() {
        return script;
    }

    Quota quota() {
        return quota;
    }

    Onboarding onboarding() {
        return onboarding;
    }
}
