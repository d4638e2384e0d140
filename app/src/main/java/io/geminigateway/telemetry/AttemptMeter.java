package io.geminigateway.telemetry;

import static io.geminigateway.telemetry.TelemetryNames.ATTEMPTS;
import static io.geminigateway.telemetry.TelemetryNames.ATTEMPT_DURATION;
import static io.geminigateway.telemetry.TelemetryNames.FIRST_CHUNK;
import static io.geminigateway.telemetry.TelemetryNames.TOKENS_DISCARDED;
import static io.geminigateway.telemetry.TelemetryNames.TOKEN_USAGE;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.UsageMetadata;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The attempts at one account to have one model answer. Keeps the cells of those that go well. Thread-safe.
public final class AttemptMeter {
    private final Telemetry telemetry;
    private final Operation operation;
    private final String model;
    private final Account account;
    private final LongAdder good;
    private volatile @Nullable Cells last;

    AttemptMeter(Telemetry telemetry, Operation operation, String model, Account account) {
        this.telemetry = telemetry;
        this.operation = operation;
        this.model = model;
        this.account = account;
        this.good = telemetry.counter(ATTEMPTS, account.id().value(), Outcomes.OK);
    }

    /// One attempt: how long it took, when the first event of its stream came (-1: none, or no stream), and what Google
    /// said of itself.
    public interface Facts {
        long nanos();

        long firstChunkNanos();

        @Nullable
        UsageMetadata usage();

        @Nullable
        String responseModel();
    }

    /// `responseModel` is as Google says it.
    private record Cells(String responseModel, Spread duration, Spread firstChunk, Spread input, Spread output) {
        void record(Facts attempt) {
            duration.record(attempt.nanos());
            if (attempt.firstChunkNanos() >= 0) {
                firstChunk.record(attempt.firstChunkNanos());
            }
            var usage = attempt.usage();
            if (usage != null) {
                input.record(usage.input());
                output.record(usage.output());
            }
        }
    }

    /// Whether its cells are the account's as it is now: its file may have changed.
    boolean isOf(Account now) {
        return now.backend() == account.backend() && now.location().equals(account.location());
    }

    public void succeeded(Facts attempt) {
        good.increment();
        if (operation == Operation.OTHER) {
            return;
        }
        var response = responseModel(attempt);
        var cells = last;
        if (cells == null || !cells.responseModel.equals(response)) {
            cells = cells(response, null);
            last = cells;
        }
        cells.record(attempt);
    }

    public void failed(ErrorType error, Facts attempt) {
        ended("error", "failed", error, attempt);
    }

    /// The client left, or the gateway goes.
    public void cancelled(Facts attempt) {
        ended("cancelled", "cancelled", ErrorType.CLIENT_CLOSED, attempt);
    }

    /// Another attempt was quicker. It is cut short and has not failed: its duration tells nothing.
    public void discarded(Facts attempt) {
        telemetry.count(ATTEMPTS, account.id().value(), "discarded");
        burnt("discarded", attempt);
    }

    private void ended(String outcome, String reason, ErrorType error, Facts attempt) {
        telemetry.count(ATTEMPTS, account.id().value(), outcome);
        burnt(reason, attempt);
        if (operation != Operation.OTHER) {
            cells(responseModel(attempt), error).record(attempt);
        }
    }

    private void burnt(String reason, Facts attempt) {
        var usage = attempt.usage();
        if (usage != null) {
            telemetry.counter(TOKENS_DISCARDED, model, reason).add((long) usage.input() + usage.output());
        }
    }

    private static String responseModel(Facts attempt) {
        var told = attempt.responseModel();
        return told == null ? "" : told;
    }

    private Cells cells(String response, @Nullable ErrorType error) {
        var destination = telemetry.destination(account);
        var labels = new String[] {
            operation.wireName(),
            Providers.of(account),
            model,
            response.isEmpty() ? "" : telemetry.model(response),
            destination.host(),
            Integer.toString(destination.port()),
            Outcomes.label(error)
        };
        return new Cells(
                response,
                telemetry.spread(ATTEMPT_DURATION, labels),
                telemetry.spread(FIRST_CHUNK, labels),
                telemetry.spread(TOKEN_USAGE, TelemetryNames.with(labels, "input")),
                telemetry.spread(TOKEN_USAGE, TelemetryNames.with(labels, "output")));
    }
}
