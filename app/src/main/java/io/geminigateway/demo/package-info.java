/// `./gateway demo`: the gateway at work in front of a pretend Google. Knows nothing of the gateway but what
/// a client and an operator see: it is handed one to start. Start at [DemoCommand].
@NullMarked
package io.geminigateway.demo;

import org.jspecify.annotations.NullMarked;
