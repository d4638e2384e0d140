package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorizer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.Map;

/// The way to one account's Developer API for what is larger than memory: a request that whoever opened it sends, and
/// whose answer it reads as it comes. There is no second try. Made on its event loop and only used there.
public final class Passage {
    /// More of a refusal need not be read.
    public static final int LARGEST_REFUSAL = 64 * 1024;

    private final UpstreamConfig config;
    private final UpstreamClients clients;
    private final Authorizer authorizer;
    private final ErrorClassifier classifier;

    public Passage(UpstreamConfig config, UpstreamClients clients, Authorizer authorizer, ErrorClassifier classifier) {
        this.config = config;
        this.clients = clients;
        this.authorizer = authorizer;
        this.classifier = classifier;
    }

    /// A request with its credential, still to be sent. `path` begins at Google's root.
    public Future<HttpClientRequest> open(
            Account account, HttpMethod method, String path, Map<String, String> headers) {
        var endpoint = config.endpoints().geminiApiEndpoint().through(account.proxy());
        var whole = path.startsWith(endpoint.prefix() + "/") ? path : endpoint.prefix() + path;
        return authorizer
                .authorize(account)
                .compose(credential -> clients.request(method, endpoint, whole).map(opened -> {
                    var request = opened.request();
                    headers.forEach(request::putHeader);
                    return request.putHeader(HttpHeaders.USER_AGENT, config.userAgent())
                            .putHeader(credential.header(), credential.value().reveal());
                }));
    }

    /// Why Google refused, and whose fault that is.
    public UpstreamFailure refusal(Account account, int status, byte[] body) {
        return classifier.classify(account.backend(), status, body, null);
    }

    /// Why nothing came of it.
    public UpstreamFailure broken(Throwable cause) {
        return Breakage.sending(cause);
    }
}
