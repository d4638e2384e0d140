package io.geminigateway.doctor;

import java.util.List;

/// Looks at one thing. Blocks; never throws for what it finds.
@FunctionalInterface
interface Check {
    List<Finding> look();
}
