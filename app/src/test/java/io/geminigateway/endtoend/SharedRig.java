package io.geminigateway.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Puts one [Rig] for all tests of a class into a static field: with an account by API key for each of these names, and
/// as good as new for each test, nobody resting and the ledger empty.
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedRigs.class)
@interface SharedRig {
    String[] value() default {"a", "b"};
}
