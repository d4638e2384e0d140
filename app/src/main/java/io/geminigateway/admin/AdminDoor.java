package io.geminigateway.admin;

import io.geminigateway.admin.AdminDesk.Answer;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.WireJson;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the operator in and nobody else, finds what is asked for, and renders what comes of it. On one event loop.
final class AdminDoor {
    private static final Logger log = LoggerFactory.getLogger(AdminDoor.class);
    private static final int LARGEST_BODY = 64 << 10;

    private static final WireJson<ErrorReport> ERROR = WireJson.ofClient(ErrorReport.class);
    private static final WireJson<FreezeOrder> FREEZE = WireJson.ofClient(FreezeOrder.class);
    private static final WireJson<TestOrder> TEST = WireJson.ofClient(TestOrder.class);

    private final Vertx vertx;
    private final AdminDesk desk;
    private final MetricsPage metrics;
    private final Actions actions;

    AdminDoor(Vertx vertx, AdminDesk desk, MetricsPage metrics, Actions actions) {
        this.vertx = vertx;
        this.desk = desk;
        this.metrics = metrics;
        this.actions = actions;
    }

    void meet(HttpServerRequest request) {
        var context = vertx.getOrCreateContext();
        body(request)
                .compose(body -> answer(request, body))
                .recover(thrown -> Future.succeededFuture(refusal(thrown)))
                // files are written on a thread of their own
                .onSuccess(answer -> context.runOnContext(_ -> send(request, answer)));
    }

    private Future<Answer> answer(HttpServerRequest request, byte[] body) {
        if (!AdminRule.admits(request)) {
            actions.refused();
            throw new Failure.Forbidden("Only programs on this machine are let in here, and only as localhost;"
                            + " web pages and proxies are not")
                    .asException();
        }
        var path = Arrays.stream(request.path().substring(1).split("/", -1))
                .map(AdminDoor::decoded)
                .toList();
        if (request.method().equals(HttpMethod.POST)) {
            return Future.succeededFuture()
                    .compose(_ -> told(request, path, body))
                    .onComplete(done -> actions.done(path, done.succeeded()));
        }
        return request.method().equals(HttpMethod.GET) && request.path().equals(MetricsPage.PATH)
                ? metrics.show(request)
                : Future.succeededFuture(shown(request, path));
    }

    private Answer shown(HttpServerRequest request, List<String> path) {
        var known = path.size() == 1 || (path.size() == 2 && path.getFirst().equals("accounts"));
        if (!request.method().equals(HttpMethod.GET) || !known) {
            throw unknown(request);
        }
        if (path.size() == 2) {
            return desk.show(path.getLast());
        }
        return switch (path.getFirst()) {
            case "livez" -> desk.alive();
            case "readyz" -> desk.ready();
            case "accounts" -> desk.list();
            case "explain" -> desk.explain(inQuery(request).modelName());
            default -> throw unknown(request);
        };
    }

    private Future<Answer> told(HttpServerRequest request, List<String> path, byte[] body) {
        if (path.equals(List.of("unfreeze"))) {
            return Future.succeededFuture(desk.unfreezeAll());
        }
        if (path.size() != 3 || !path.getFirst().equals("accounts")) {
            throw unknown(request);
        }
        var account = path.get(1);
        return switch (path.get(2)) {
            case "freeze" ->
                Future.succeededFuture(
                        desk.freeze(account, body.length == 0 ? new FreezeOrder(null) : FREEZE.read(body)));
            case "unfreeze" -> Future.succeededFuture(desk.unfreeze(account));
            case "enable" -> desk.disable(account, false);
            case "disable" -> desk.disable(account, true);
            case "test" -> desk.test(account, body.length == 0 ? inQuery(request) : TEST.read(body));
            default -> throw unknown(request);
        };
    }

    private static TestOrder inQuery(HttpServerRequest request) {
        return new TestOrder(request.getParam("model"));
    }

    private static Answer refusal(Throwable thrown) {
        return switch (thrown) {
            case GatewayException refused ->
                error(status(refused.failure()), refused.failure().message());
            case MalformedJsonException malformed -> error(400, malformed.reason());
            default -> {
                log.error("The operator's request failed by a bug of ours", thrown);
                yield error(500, "The gateway failed; its log tells why");
            }
        };
    }

    private static Answer error(int status, String message) {
        return new Answer(status, ERROR.write(ErrorReport.of(message)));
    }

    private static int status(Failure failure) {
        return switch (failure.type()) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case REQUEST_TOO_LARGE -> 413;
            default -> 400; // nothing else is thrown here
        };
    }

    private static void send(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (!response.ended() && !response.closed()) {
            answer.headers().forEach(response::putHeader);
            response.setStatusCode(answer.status())
                    .putHeader("cache-control", "no-store")
                    .putHeader("x-content-type-options", "nosniff")
                    .end(Buffer.buffer(answer.body()));
        }
    }

    private static Future<byte[]> body(HttpServerRequest request) {
        var whole = Promise.<byte[]>promise();
        var sofar = Buffer.buffer();
        request.handler(chunk -> {
            if (sofar.length() + chunk.length() > LARGEST_BODY) {
                whole.tryFail(new Failure.RequestTooLarge("The body is larger than 64 KiB").asException());
            } else {
                sofar.appendBuffer(chunk);
            }
        });
        request.endHandler(_ -> whole.tryComplete(sofar.getBytes()));
        request.exceptionHandler(_ -> whole.tryFail(new Failure.InvalidRequest("The request broke off").asException()));
        return whole.future();
    }

    private static GatewayException unknown(HttpServerRequest request) {
        return new Failure.NotFound(
                        "Unknown request: %s %s".formatted(request.method().name(), request.path()))
                .asException();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return part;
        }
    }
}
