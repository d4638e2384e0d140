package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.compare.SilentMock.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/// How long after a client has left the mock sees it, one client after the other.
final class Cancellation {
    private static final int LONGEST_SECONDS = 5;

    private final Rig rig;
    private final SilentMock mock;
    private final Scenario scenario;
    private final Notebook notes;

    Cancellation(Rig rig, SilentMock mock, Scenario scenario, Notebook notes) {
        this.rig = rig;
        this.mock = mock;
        this.scenario = scenario;
        this.notes = notes;
    }

    void measure(List<Contestant> contestants) {
        for (var contestant : contestants) {
            for (var moment : Moment.values()) {
                measure(contestant, moment);
            }
        }
    }

    private void measure(Contestant contestant, Moment moment) {
        var waits = new Histogram(TimeUnit.SECONDS.toNanos(LONGEST_SECONDS), 3);
        for (var i = 0; i < rig.plan().visits(); i++) {
            waits.recordValue(visit(contestant.target(Workload.CANCEL), moment));
        }
        var press = moment.name().toLowerCase(java.util.Locale.ROOT);
        notes.waits(scenario.id(), contestant.name(), press, "cancel", waits);
        notes.note(scenario.id(), contestant.name(), press + ".cancel.worst", waits.getMaxValue() / 1e3);
        rig.tell(
                scenario,
                "%-8s %-22s median %7.0f us  worst %7.0f us"
                        .formatted(
                                contestant.name(),
                                moment.title(),
                                waits.getValueAtPercentile(50) / 1e3,
                                waits.getMaxValue() / 1e3));
    }

    /// In nanoseconds; the longest time when it was not seen at all.
    private long visit(Target target, Moment moment) {
        var visit = mock.expect(moment);
        long left;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), target.port())) {
            socket.getOutputStream().write(target.requestBytes());
            visit.arrived().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (moment != Moment.SILENT) {
                readMark(socket);
            }
            left = System.nanoTime();
        } catch (IOException failed) {
            throw new UncheckedIOException("a client failed", failed);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the mock was not asked", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
        return Math.max(0, seen(visit) - left);
    }

    private static long seen(SilentMock.Visit visit) {
        try {
            return visit.left().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException unseen) {
            return System.nanoTime();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static void readMark(Socket socket) throws IOException {
        var in = socket.getInputStream();
        for (var read = in.read(); read != Mark.SIGN; read = in.read()) {
            if (read < 0) {
                throw new IOException("the answer ended before its first event");
            }
        }
    }
}
