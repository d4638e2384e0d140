package io.geminigateway.relay;

import io.geminigateway.account.Backend;
import io.geminigateway.gemini.Remedy;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.UpstreamFailure;
import java.util.EnumSet;
import java.util.Set;

/// The words in which one request is asked: the client's, less what Google was found not to take.
final class Phrasing {
    /// A request that needs more is beyond repair.
    private static final int REPAIRS = 3;

    private final Repairs repairs;
    private final GeminiCall call;
    private final Set<Remedy> own = EnumSet.noneOf(Remedy.class);

    Phrasing(Repairs repairs, GeminiCall call) {
        this.repairs = repairs;
        this.call = call;
    }

    /// The call as it is made at this backend.
    GeminiCall at(Backend backend) {
        var known = call.verbatim() ? Set.<Remedy>of() : repairs.needed(backend, call.model());
        if (known.isEmpty() && own.isEmpty()) {
            return call;
        }
        var remedies = EnumSet.noneOf(Remedy.class);
        remedies.addAll(known);
        remedies.addAll(own);
        var body = call.body();
        for (var remedy : remedies) {
            if (remedy.concerns(body)) {
                body = remedy.applied(body);
            }
        }
        return call.saying(body);
    }

    /// Whether the request can be said in a way that Google does not refuse like this; each remedy is tried once. A
    /// client's own words are only changed where the pool is to blame: a signature that another account gave.
    boolean repair(UpstreamFailure failure, Backend backend) {
        var cure = failure.cure()
                .filter(remedy -> isAllowed(remedy) && isNew(remedy, backend) && remedy.concerns(call.body()));
        if (cure.isEmpty() || own.size() >= REPAIRS) {
            return false;
        }
        own.add(cure.get());
        if (cure.get().isLasting()) {
            repairs.learn(backend, call.model(), cure.get());
        }
        return true;
    }

    private boolean isAllowed(Remedy remedy) {
        return !call.verbatim() || !remedy.isLasting();
    }

    private boolean isNew(Remedy remedy, Backend backend) {
        return !own.contains(remedy) && !repairs.needed(backend, call.model()).contains(remedy);
    }
}
