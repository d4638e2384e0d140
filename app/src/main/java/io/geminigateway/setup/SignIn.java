package io.geminigateway.setup;

import io.geminigateway.account.LoginGrant;
import io.geminigateway.account.OAuthClient;
import io.geminigateway.login.AuthorizationRequest;
import io.geminigateway.login.LoopbackListener;
import io.geminigateway.login.PastedReply;
import io.geminigateway.login.Reply;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One sign-in: shows the address, waits for the browser or for a paste, and exchanges the code.
final class SignIn {
    static final int USUAL_PORT = 45_289;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String ELSEWHERE = """
            No browser on this machine? Open the address on any other. It ends on a page that cannot be shown: copy that \
            page's whole address and paste it here.""";

    private final Desk desk;
    private final Browser browser;
    private final int port;

    SignIn(Desk desk, Browser browser, int port) {
        this.desk = desk;
        this.browser = browser;
        this.port = port;
    }

    /// Empty when it came to nothing; why was told. Fails with a [CredentialException] if Google refuses the code.
    Optional<LoginGrant> with(OAuthClient client) throws IOException {
        try (var listener = LoopbackListener.open(port)) {
            if (port != 0 && listener.port() != port) {
                desk.page()
                        .note("Port %d is taken; the browser comes back to %d instead."
                                .formatted(port, listener.port()));
            }
            var request = AuthorizationRequest.of(client.id(), listener.redirect(), new SecureRandom());
            var reply = listener.expect(request);
            show(request.at(desk.place().consentPage()));
            return switch (answer(request, listener, reply)) {
                case Reply.Allowed allowed ->
                    Optional.of(desk.google().redeem(client, request.redirect(), allowed.code(), request.verifier()));
                case Reply.Denied denied -> nothing(denied.words());
                case Reply.Foreign _, Reply.Unreadable _ ->
                    nothing("Nobody signed in within %d minutes.".formatted(PATIENCE.toMinutes()));
            };
        }
    }

    private Optional<LoginGrant> nothing(String words) {
        desk.page().bad(words);
        return Optional.empty();
    }

    private void show(URI address) {
        var page = desk.page();
        page.blank();
        page.plain(
                browser.open(address)
                        ? "Your browser opens now. If it does not, open this address and choose Allow:"
                        : "Open this address in a browser and choose Allow:");
        page.blank();
        page.address(address.toString());
        page.blank();
        desk.answers().screen().ifPresent(_ -> {
            page.note(ELSEWHERE);
            page.note("Type qr to see the address as a QR code. Waiting ...");
        });
    }

    private Reply answer(AuthorizationRequest request, LoopbackListener listener, CompletableFuture<Reply> reply) {
        var screen = desk.answers().screen();
        return screen.isPresent() ? watched(request, listener, reply, screen.get()) : awaited(reply);
    }

    private Reply watched(
            AuthorizationRequest request, LoopbackListener listener, CompletableFuture<Reply> reply, Screen screen) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var stranger = listener.nextStranger();
        while (true) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            var typed = screen.typedBefore(CompletableFuture.anyOf(reply, stranger), left);
            if (reply.isDone()) {
                return reply.join();
            }
            if (typed.isEmpty() && !stranger.isDone()) {
                return new Reply.Unreadable();
            }
            if (stranger.isDone()) {
                stranger = listener.nextStranger();
                desk.page().warm("An answer to another sign-in came and was not used. Open the address above.");
            }
            var pasted = typed.map(text -> pasted(request, text)).orElseGet(Reply.Unreadable::new);
            if (pasted instanceof Reply.Allowed || pasted instanceof Reply.Denied) {
                return pasted;
            }
        }
    }

    private Reply pasted(AuthorizationRequest request, String text) {
        if (text.isBlank()) {
            return new Reply.Unreadable();
        }
        if (text.strip().equalsIgnoreCase("qr")) {
            QrDrawing.lines(request.at(desk.place().consentPage()).toString())
                    .forEach(desk.page().terminal()::line);
            return new Reply.Unreadable();
        }
        var reply = PastedReply.read(request, text);
        if (reply instanceof Reply.Foreign) {
            desk.page()
                    .bad("That is the answer to another sign-in. Open the address above, and paste what it ends on.");
        } else if (reply instanceof Reply.Unreadable) {
            desk.page().bad("There is no code in that. Paste the whole address of the page, from http to its end.");
        }
        return reply;
    }

    private static Reply awaited(CompletableFuture<Reply> reply) {
        try {
            return reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return new Reply.Unreadable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LeftException("Interrupted.");
        } catch (java.util.concurrent.ExecutionException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
