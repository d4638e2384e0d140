package io.geminigateway.server;

import io.geminigateway.dialect.Head;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a request in answers and logs: the client's own where it is safe to repeat, else one of ours.
final class RequestId {
    static final String HEADER = Head.REQUEST_ID;

    /// What Anthropic's clients look for.
    static final String ANTHROPICS_HEADER = "request-id";

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final HexFormat HEX = HexFormat.of();

    private RequestId() {}

    static String of(@Nullable String spoken) {
        return spoken != null && SAFE.matcher(spoken).matches() ? spoken : fresh();
    }

    /// The name of the answer: the request's where that is ours. A client may say its own again and again, but no two
    /// answers have one name.
    static String ofAnswer(String id, @Nullable String spoken) {
        return id.equals(spoken) ? fresh() : id;
    }

    private static String fresh() {
        var random = ThreadLocalRandom.current(); // unique is enough; nobody is let in by a request id
        return "req_" + HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextInt());
    }
}
