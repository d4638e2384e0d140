package io.geminigateway.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real proxy as Debian packages it, on a port of this machine's own; it lets in `me` with the password `hush`.
final class DebianProxy implements AutoCloseable {
    enum Kind {
        TINYPROXY("http", "/usr/bin/tinyproxy"),
        SQUID("http", "/usr/sbin/squid"),
        MICROSOCKS("socks5", "/usr/bin/microsocks");

        private final String scheme;
        private final Path program;

        Kind(String scheme, String program) {
            this.scheme = scheme;
            this.program = Path.of(program);
        }

        boolean isInstalled() {
            return Files.isExecutable(program);
        }
    }

    private final Kind kind;
    private final int port;
    private final Path log;
    private final Process process;

    private DebianProxy(Kind kind, int port, Path log, Process process) {
        this.kind = kind;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static DebianProxy start(Kind kind, Path folder) throws IOException {
        var everybody = PosixFilePermissions.fromString("rwxrwxrwx"); // they give up root
        Files.setPosixFilePermissions(folder, everybody);
        Files.setPosixFilePermissions(folder.resolve("..").normalize(), everybody);
        var port = freePort();
        var log = Files.createFile(log(folder));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-rw-"));
        var process = new ProcessBuilder(command(kind, port, folder))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var proxy = new DebianProxy(kind, port, log, process);
        Rig.until(proxy::isListening);
        return proxy;
    }

    String url() {
        return "%s://me:hush@127.0.0.1:%d".formatted(kind.scheme, port);
    }

    /// What it says about whom it connected with whom.
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        stop();
    }

    void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Kind kind, int port, Path folder) throws IOException {
        var program = kind.program.toString();
        return switch (kind) {
            case TINYPROXY ->
                List.of(program, "-d", "-c", tinyproxy(port, folder).toString());
            case SQUID -> List.of(program, "-N", "-f", squid(port, folder).toString());
            case MICROSOCKS ->
                List.of(program, "-i", "127.0.0.1", "-p", Integer.toString(port), "-u", "me", "-P", "hush");
        };
    }

    private static Path tinyproxy(int port, Path folder) throws IOException {
        return Files.writeString(folder.resolve("tinyproxy.conf"), """
                Port %d
                Listen 127.0.0.1
                Allow 127.0.0.1
                BasicAuth me hush
                LogLevel Connect
                """.formatted(port));
    }

    private static Path squid(int port, Path folder) throws IOException {
        var judge = Files.writeString(folder.resolve("judge.sh"), """
                while read -r user password; do
                  if [ "$user $password" = "me hush" ]; then echo OK; else echo ERR; fi
                done
                """);
        return Files.writeString(folder.resolve("squid.conf"), """
                http_port 127.0.0.1:%d
                auth_param basic program /bin/sh %s
                auth_param basic children 1
                acl known proxy_auth REQUIRED
                http_access allow known
                http_access deny all
                cache deny all
                pid_filename none
                access_log stdio:%s
                cache_log /dev/null
                netdb_filename none
                shutdown_lifetime 0 seconds
                """.formatted(port, judge, log(folder)));
    }

    private static Path log(Path folder) {
        return folder.resolve("proxy.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
