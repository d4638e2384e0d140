package io.geminigateway.benchmarks.pool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Prints how the ways to choose compare, as tables in Markdown. Arguments are names of scenarios; none
/// means all. With `--write folder` first, the tables of all go between the marks in the `README.md` of
/// that folder, and two plots beside it.
public final class PoolSimulation {
    private static final int STREAMS = 5;
    private static final String BEGIN = "<!-- tables -->\n";
    private static final String END = "<!-- end of tables -->\n";

    private PoolSimulation() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 2 && arguments[0].equals("--write")) {
            var folder = Path.of(arguments[1]);
            new Plots(2 * STREAMS).write(folder);
            write(folder.resolve("README.md"));
        } else {
            print(Arrays.asList(arguments), System.out);
        }
    }

    private static void write(Path file) throws IOException {
        var tables = new ByteArrayOutputStream();
        print(List.of(), new PrintStream(tables, true, StandardCharsets.UTF_8));
        var text = Files.readString(file); // only now: somebody may have edited it meanwhile
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(
                    "%s: expected a line '%s' and below it a line '%s'".formatted(file, BEGIN.strip(), END.strip()));
        }
        Files.writeString(
                file,
                text.substring(0, begin + BEGIN.length())
                        + tables.toString(StandardCharsets.UTF_8)
                        + "\n"
                        + text.substring(end));
    }

    private static void print(List<String> wanted, PrintStream out) {
        var tables = new ArrayList<Table>();
        for (var scenario : Scenario.all()) {
            if (wanted.isEmpty() || wanted.contains(scenario.name())) {
                tables.add(Table.of(scenario, Strategy.all(), STREAMS));
            }
        }
        new Summary(tables).print(out);
        tables.forEach(table -> table.print(out));
    }
}
