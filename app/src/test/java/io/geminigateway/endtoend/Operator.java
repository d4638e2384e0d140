package io.geminigateway.endtoend;

import io.geminigateway.cli.AccountsCommand;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// The operator of a rig's gateway, over HTTP and at the command line.
record Operator(Rig rig) {
    /// What a command printed, and how it ended.
    record Printed(int exit, String out, String err) {}

    HttpResponse<String> get(String path) {
        return rig.send(HttpRequest.newBuilder(url(path)).build());
    }

    HttpResponse<String> post(String path, String body) {
        return rig.send(HttpRequest.newBuilder(url(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    JsonObject account(String name) {
        return new JsonObject(get("/accounts/" + name).body());
    }

    JsonArray accounts() {
        return new JsonObject(get("/accounts").body()).getJsonArray("accounts");
    }

    Printed types(String... command) {
        return types(rig.adminPort(), command);
    }

    static Printed types(int port, String... command) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = AccountsCommand.with(
                        flag -> flag.map(Integer::parseInt).map(OptionalInt::of).orElseGet(() -> OptionalInt.of(port)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command);
        return new Printed(exit, out.toString(), err.toString());
    }

    /// The status of a request with any head at all.
    static int status(int port, String... head) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = String.join("\r\n", head) + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(rig.adminPort(), path));
    }
}
