package io.geminigateway.telemetry;

import static io.geminigateway.telemetry.Metric.Kind.COUNTER;
import static io.geminigateway.telemetry.Metric.Kind.HISTOGRAM;
import static io.geminigateway.telemetry.Metric.Kind.UP_DOWN;

import io.geminigateway.account.Account;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;

/// All that the gateway counts and times about itself. Thread-safe: what is recorded on all event loops meets in the
/// same cells.
public final class Telemetry {
    /// By the metrics' names.
    private final Map<String, Series<LongAdder>> counts = new HashMap<>();

    private final Map<String, Series<Spread>> spreads = new HashMap<>();
    private final List<Mirror> mirrors = new CopyOnWriteArrayList<>();
    private final LongAdder overflow = new LongAdder();
    private final Predicate<String> knownModel;
    private final Function<Account, Destination> destinations;

    /// `knownModel`: whether a model's name may be a label. `destinations`: where an account's calls go.
    public Telemetry(Predicate<String> knownModel, Function<Account, Destination> destinations) {
        this.knownModel = knownModel;
        this.destinations = destinations;
        for (var metric : TelemetryNames.all()) {
            if (metric.kind() == COUNTER || metric.kind() == UP_DOWN) {
                counts.put(metric.name(), new Series<>(metric, LongAdder::new, overflow));
            } else if (metric.kind() == HISTOGRAM) {
                spreads.put(metric.name(), new Series<>(metric, () -> new Spread(metric), overflow));
            }
        }
        mirror(sheet -> sheet.add(TelemetryNames.OVERFLOW, overflow.sum(), "metric"));
    }

    /// A meter for one route. `dialect` and `usual` say what its requests are, as far as it can be told from the route.
    public RouteMeter route(String dialect, Operation usual, String route) {
        return new RouteMeter(this, dialect, usual, route, true);
    }

    /// A meter for a route that is no client's: a supervisor's question is no request.
    public RouteMeter sideRoute(String dialect, String route) {
        return new RouteMeter(this, dialect, Operation.OTHER, route, false);
    }

    /// A meter for HTTP requests to Google by one path, in which what differs is a name in braces.
    public CallMeter calls(String template) {
        return new CallMeter(this, template);
    }

    /// Counts what is rare.
    public void count(Metric metric, String... labels) {
        counter(metric, labels).increment();
    }

    /// Times what is rare, in nanoseconds.
    public void time(Metric metric, long nanos, String... labels) {
        spread(metric, labels).record(nanos);
    }

    /// Somebody who knows something at each scrape.
    public void mirror(Mirror mirror) {
        mirrors.add(mirror);
    }

    LongAdder counter(Metric metric, String... labels) {
        return found(counts, metric).of(labels);
    }

    Spread spread(Metric metric, String... labels) {
        return found(spreads, metric).of(labels);
    }

    /// A model's name as a label: made-up ones are all the same.
    String model(String name) {
        return knownModel.test(name) ? name : Series.OTHER;
    }

    Destination destination(Account account) {
        return destinations.apply(account);
    }

    Collection<Series<Spread>> spreads() {
        return spreads.values().stream()
                .filter(series -> series.cells().values().stream().anyMatch(Spread::isUsed))
                .toList();
    }

    /// All that is counted or known at this moment, but for what is spread over buckets.
    Sheet read() {
        var sheet = new Sheet(this::model);
        for (var series : counts.values()) {
            series.cells().forEach((labels, cell) -> sheet.put(series.metric(), labels, (double) cell.sum()));
        }
        mirrors.forEach(mirror -> mirror.tell(sheet));
        return sheet;
    }

    private static <C> Series<C> found(Map<String, Series<C>> all, Metric metric) {
        var series = all.get(metric.name());
        if (series == null) {
            throw new IllegalArgumentException(metric.name() + " is not recorded so");
        }
        return series;
    }
}
