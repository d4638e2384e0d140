package io.geminigateway.upstream;

import io.geminigateway.gemini.ModelName;
import java.util.regex.Pattern;

/// Which of the names in Google's lists are models for us. The lists also hold code names, and models that only speak
/// other protocols.
final class ListedNames {
    private static final Pattern FAMILY = Pattern.compile("gem(?:ini|ma)-.*");
    private static final Pattern OTHERWISE =
            Pattern.compile(".*-(?:live|omni|robotics|native-audio|computer-use|antigravity)(?:-.*)?");

    private ListedNames() {}

    static boolean isOurs(String name) {
        return ModelName.isName(name)
                && FAMILY.matcher(name).matches()
                && !OTHERWISE.matcher(name).matches();
    }
}
