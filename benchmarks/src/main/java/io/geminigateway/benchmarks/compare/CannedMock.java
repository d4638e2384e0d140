package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Answers at once and always the same: an nginx with a whole answer and a stream on file.
final class CannedMock implements Mock {
    private final int port = Port.free();
    private final Path home;
    private final Nginx nginx;

    CannedMock(Children children, Path folder, Backdrop backdrop, Link link, Certificate certificate) {
        var http = """
            map $connection_requests $opening {
                1 1;
                default 0;
            }
            log_format protocol "$server_protocol";
            open_file_cache max=16 inactive=1h;
            server {
                listen %s;
                ssl_certificate %s;
                ssl_certificate_key %s;
                ssl_protocols TLSv1.3;
                http2_max_concurrent_streams 100;
                access_log connections.log protocol if=$opening;
                root .;
                location = %s {
                    error_page 405 =200 /answer; # a file cannot be posted to, but it can be the error's page
                    return 405;
                }
                location = %s {
                    error_page 405 =200 /stream;
                    return 405;
                }
                location = /answer {
                    default_type application/json;
                }
                location = /stream {
                    default_type text/event-stream;
                    ssi on; # answers in chunks, as Google streams do: the length might change
                    ssi_types *;
                }
            }
            """.formatted(
                        Target.HOST + ":" + port + (link.encrypted() ? " ssl http2" : ""),
                        certificate.chain(),
                        certificate.key(),
                        Target.geminiPath(Workload.UNARY),
                        Target.geminiPath(Workload.BURST));
        home = folder.resolve("mock");
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("answer"), Traffic.answer(Mark.CANNED));
            Files.writeString(home.resolve("stream"), Traffic.stream(Mark.CANNED, backdrop.events()));
        } catch (IOException failed) {
            throw new UncheckedIOException("the mock has no answer", failed);
        }
        nginx = new Nginx(children, folder, "mock", Core.RIG, http);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Process> processes() {
        return List.of(nginx.process());
    }

    @Override
    public List<String> connections() {
        var log = home.resolve("connections.log");
        if (Files.notExists(log)) {
            return List.of(); // it is still starting
        }
        try (var lines = Files.lines(log)) {
            return lines.map(protocol -> protocol.equals("HTTP/2.0") ? "h2" : "h1")
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the mock keeps no log", unreadable);
        }
    }

    @Override
    public void close() {
        nginx.close();
    }
}
