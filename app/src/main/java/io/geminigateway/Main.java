package io.geminigateway;

import java.util.List;
import java.util.Map;

/// The program: serves, or runs another command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(serves(arguments) ? serve() : Commands.run(arguments));
    }

    /// Whether there is nothing to parse. Most starts are such, and the parser would be a fifth of their work: it
    /// reads annotations, and is compiled for a Java so old that the AOT cache cannot keep it.
    private static boolean serves(String[] arguments) {
        return arguments.length == 0 || List.of(arguments).equals(List.of("serve"));
    }

    private static int serve() throws Exception {
        try {
            return GatewayProcess.run(Map.of());
        } catch (Settings.InvalidSettings | StartException mistake) {
            return Mistake.tell(mistake, System.err::println);
        }
    }
}
