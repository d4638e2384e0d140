package io.geminigateway.endtoend;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a scraper read: the value of each series, as Prometheus' text spells it.
record Scrape(String text, Map<String, Double> series) {
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static Scrape of(Rig rig) {
        return read(new Operator(rig).get("/metrics").body());
    }

    static Scrape read(String text) {
        var series = new LinkedHashMap<String, Double>();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> series.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return new Scrape(text, series);
    }

    /// The sum of all series of this name whose labels hold all of these: `outcome="ok"`.
    double sum(String name, String... labels) {
        return series.entrySet().stream()
                .filter(entry -> name(entry.getKey()).equals(name))
                .filter(entry -> {
                    for (var label : labels) {
                        if (!entry.getKey().contains(label)) {
                            return false;
                        }
                    }
                    return true;
                })
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /// How many series there are of each name that the filter lets through.
    Map<String, Integer> count(Predicate<String> names) {
        var count = new TreeMap<String, Integer>();
        series.keySet().stream().map(Scrape::name).filter(names).forEach(name -> count.merge(name, 1, Integer::sum));
        return count;
    }

    static String name(String series) {
        var brace = series.indexOf('{');
        return brace < 0 ? series : series.substring(0, brace);
    }

    /// The labels of a series.
    static Map<String, String> labels(String series) {
        var labels = new TreeMap<String, String>();
        var found = LABEL.matcher(series);
        while (found.find()) {
            labels.put(found.group(1), found.group(2));
        }
        return labels;
    }

    static HttpRequest.Builder request(Rig rig) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/metrics".formatted(rig.adminPort())));
    }
}
