package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// The right to one call with one account. Whoever holds it reports back exactly once; may be used from
/// any thread.
public final class Lease {
    private final Pool pool;
    private final Member member;
    private final Arm arm;
    private final Account account;
    private final long sent;
    private final boolean memberProbe;
    private final boolean armProbe;
    private final AtomicBoolean answering = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    Lease(Pool pool, Member member, Gate.Pass memberPass, Arm arm, Gate.Pass armPass, long sent) {
        this.pool = pool;
        this.member = member;
        this.arm = arm;
        this.account = member.account();
        this.sent = sent;
        this.memberProbe = memberPass == Gate.Pass.PROBE;
        this.armProbe = armPass == Gate.Pass.PROBE;
    }

    public Account account() {
        return account;
    }

    public ModelName model() {
        return arm.model();
    }

    /// Whether this call finds out if a freeze is over.
    public boolean probe() {
        return memberProbe || armProbe;
    }

    /// The first event of the answer arrived this long after the call was sent. Only the first report
    /// counts, and none after the end.
    public void firstEvent(Duration latency) {
        if (!ended.get() && answering.compareAndSet(false, true)) {
            pool.answering(this, latency);
        }
    }

    /// Ends the lease. Later ends change nothing and are answered with false.
    public boolean end(Outcome outcome) {
        var first = ended.compareAndSet(false, true);
        if (first) {
            pool.ended(this, outcome);
        }
        return first;
    }

    /// Gives the place back.
    void release() {
        if (memberProbe) {
            member.gate().leave(sent);
        }
        if (armProbe) {
            arm.gate().leave(sent);
        }
        member.end();
        arm.end();
    }

    Member member() {
        return member;
    }

    Arm arm() {
        return arm;
    }

    /// When the call was sent, in the clock's milliseconds.
    long sent() {
        return sent;
    }

    boolean memberProbe() {
        return memberProbe;
    }

    boolean armProbe() {
        return armProbe;
    }
}
