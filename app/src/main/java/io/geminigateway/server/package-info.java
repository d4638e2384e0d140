/// HTTP in: routes, client keys, CORS, limits, error rendering, access log. Start at [Server].
@NullMarked
package io.geminigateway.server;

import org.jspecify.annotations.NullMarked;
