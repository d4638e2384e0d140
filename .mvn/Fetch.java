import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Fetches a URL into a file and checks its SHA-512: `java Fetch.java URL FILE SHA512`. Used by `mvnw` only.
public final class Fetch {
    private Fetch() {}

    public static void main(String[] args) throws Exception {
        var url = URI.create(args[0]);
        var file = Path.of(args[1]);
        try (var client = HttpClient.newBuilder()
                .proxy(ProxySelector.getDefault())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var answer = client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                fail("%s answered %d".formatted(url, answer.statusCode()));
            }
        } catch (IOException unreachable) {
            fail("cannot fetch %s: %s".formatted(url, unreachable));
        }
        var sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
        if (!sum.equals(args[2])) {
            fail("%s has SHA-512 %s, expected %s".formatted(url, sum, args[2]));
        }
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
