package io.geminigateway.upstream;

import io.geminigateway.account.CredentialException;
import io.geminigateway.failure.ErrorType;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Judges what is thrown on the way to Google. What an exception says is for nobody but the debug log: it
/// may quote anything.
final class Breakage {
    /// HTTP/2: the server has not looked at the request.
    private static final long REFUSED_STREAM = 7;

    private Breakage() {}

    /// While there was no connection yet, through a proxy or not.
    static UpstreamFailure connecting(Throwable cause, boolean proxied) {
        return switch (cause) {
            case RefusedException refused -> refused.failure();
            case CredentialException credential -> credential(credential);
            case Throwable other
            when caused(other, UnknownHostException.class) ->
                UpstreamFailure.of(ErrorType.UPSTREAM_DNS, "Google's address could not be found.");
            case Throwable other
            when caused(other, SSLException.class) ->
                UpstreamFailure.of(ErrorType.UPSTREAM_TLS, "No secure connection to Google could be made.")
                        .withRemedy(
                                "if a proxy with a certificate of its own is in between, name it: UPSTREAM_CA_FILE");
            case Throwable _
            when proxied ->
                UpstreamFailure.of(ErrorType.UPSTREAM_CONNECT, "Google could not be reached through the proxy.")
                        .withRemedy("see whether the proxy runs and lets this gateway through: the setting PROXY, or"
                                + " \"proxy\" in the account's file");
            default -> UpstreamFailure.of(ErrorType.UPSTREAM_CONNECT, "Google could not be reached.");
        };
    }

    /// After the request went out, before the answer's head came.
    static UpstreamFailure sending(Throwable cause) {
        if (caused(cause, SSLException.class)) {
            return UpstreamFailure.of(ErrorType.UPSTREAM_TLS, "The secure connection to Google broke.");
        }
        return isGone(cause)
                ? UpstreamFailure.of(ErrorType.UPSTREAM_RESET, "Google closed the connection without an answer.")
                : UpstreamFailure.of(ErrorType.UPSTREAM_PROTOCOL, "Google's answer is not proper HTTP.");
    }

    /// Whether the other side has left, as opposed to sending nonsense.
    static boolean isGone(Throwable cause) {
        return cause instanceof HttpClosedException
                || cause instanceof StreamResetException
                || isUnheard(cause)
                || cause instanceof IOException
                || cause instanceof TimeoutException;
    }

    /// Whether nobody has acted on the request: the server says so, or it closed the stream before the request had left
    /// in whole, as when it renews its connections (GOAWAY) while a long prompt is on its way.
    static boolean isUnheard(Throwable cause) {
        return switch (cause) {
            case StreamResetException reset -> reset.getCode() == REFUSED_STREAM;
            case Http2Exception unsent -> unsent.error() == Http2Error.STREAM_CLOSED;
            default -> false;
        };
    }

    /*
     * A client of ours that is misconfigured is not the account's fault, but no call can be made with the account until
     * somebody has acted. A refused permission is what parks an account without counting against it.
     */
    private static UpstreamFailure credential(CredentialException cause) {
        return switch (cause.kind()) {
            case REJECTED ->
                UpstreamFailure.of(ErrorType.ACCOUNT_AUTH_FAILED, "Google no longer accepts the account's login.")
                        .withRemedy(String.valueOf(cause.getMessage()));
            case MISCONFIGURED ->
                UpstreamFailure.of(ErrorType.ACCOUNT_PERMISSION_DENIED, "The account's OAuth client is not set up.")
                        .withReason("OAUTH_CLIENT")
                        .withRemedy(String.valueOf(cause.getMessage()));
            case UNREACHABLE ->
                UpstreamFailure.of(ErrorType.UPSTREAM_CONNECT, "Google's token endpoint could not be reached.");
        };
    }

    private static boolean caused(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        var cause = thrown;
        for (var depth = 0; cause != null && depth < 8; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
