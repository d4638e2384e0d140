package io.geminigateway.account;

/// How often accounts were written to their files, or could not be; `failing` while the folder cannot be read, or holds
/// a file that is older than what serves.
public record Saving(long succeeded, long failed, boolean failing) {
    static final Saving NONE = new Saving(0, 0, false);

    Saving plusSucceeded() {
        return new Saving(succeeded + 1, failed, failing);
    }

    Saving plusFailed() {
        return new Saving(succeeded, failed + 1, failing);
    }

    Saving failing(boolean now) {
        return now == failing ? this : new Saving(succeeded, failed, now);
    }
}
