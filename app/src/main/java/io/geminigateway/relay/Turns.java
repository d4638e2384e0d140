package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.pool.Ask;
import io.geminigateway.pool.Choice;
import io.geminigateway.pool.Outcome;
import io.geminigateway.pool.Pool;
import io.geminigateway.telemetry.ModelMeter;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.Pin;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whom one request has asked, and whom it need not ask. Each account has one turn; all of them may get one more.
final class Turns {
    private final Pool pool;
    private final GeminiCall call;
    private final ModelMeter meter;
    private final Set<Backend> unable;
    private final Set<AccountId> tried = HashSet.newHashSet(4);
    private final Set<AccountId> ruledOut = HashSet.newHashSet(1);
    private final Set<Backend> withoutModel = EnumSet.noneOf(Backend.class);
    private @Nullable Pin pin;
    private boolean repeated;

    Turns(Relay relay, GeminiCall call, ModelMeter meter) {
        this.pool = relay.pool();
        this.call = call;
        this.meter = meter;
        this.unable = relay.upstream().unableTo(call);
        this.pin = call.pin();
    }

    /// The next one's turn.
    Choice next() {
        while (true) {
            var only = pin == null ? Set.<AccountId>of() : pin.accounts();
            var choice = choose(new Ask(call.model(), tried, call.conversation(), unable, only));
            if (!(choice instanceof Choice.Chosen(var lease))) {
                if (pin == null || pin.firm()) {
                    return choice;
                }
                pin = null; // it was but a wish
                continue;
            }
            if (!withoutModel.contains(lease.account().backend())) {
                tried.add(lease.account().id());
                return choice;
            }
            // Asked already, in effect: this backend does not know the model.
            lease.end(new Outcome.Ignored());
            ruleOut(lease.account());
        }
    }

    private Choice choose(Ask ask) {
        var begun = System.nanoTime();
        var choice = pool.choose(ask);
        meter.chosen(choice instanceof Choice.Chosen, System.nanoTime() - begun);
        return choice;
    }

    /// One more turn for all that could have had theirs; false if they had it, or if it would not help.
    boolean repeat() {
        if (repeated || tried.size() <= ruledOut.size()) {
            return false;
        }
        repeated = true;
        forget();
        return true;
    }

    /// What refused the request before may serve it later.
    void forget() {
        tried.retainAll(ruledOut);
    }

    /// Neither this account nor any other of its backend knows the model.
    void withoutModel(Account account) {
        withoutModel.add(account.backend());
        ruleOut(account);
    }

    /// Whether accounts were passed over because their backend cannot do what is asked.
    boolean passedOver() {
        return !unable.isEmpty();
    }

    /// Time will not make this account able to serve this request.
    private void ruleOut(Account useless) {
        tried.add(useless.id());
        ruledOut.add(useless.id());
    }
}
