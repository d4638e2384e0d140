package io.geminigateway.setup;

import io.geminigateway.account.SavedAccounts;
import org.jspecify.annotations.Nullable;

/// What every step of the wizard works with. Opens Google when it is first needed.
final class Desk implements AutoCloseable {
    private final Place place;
    private final Answers answers;
    private final Page page;
    private final SavedAccounts saved;
    private @Nullable Google google;

    Desk(Place place, Answers answers, Page page) {
        this.place = place;
        this.answers = answers;
        this.page = page;
        this.saved = new SavedAccounts(place.accounts());
    }

    Place place() {
        return place;
    }

    Answers answers() {
        return answers;
    }

    Page page() {
        return page;
    }

    SavedAccounts saved() {
        return saved;
    }

    Google google() {
        if (google == null) {
            google = place.google().open();
        }
        return google;
    }

    /// `accounts/mine.json`.
    String path(String file) {
        return place.shown(saved.folder().resolve(file));
    }

    @Override
    public void close() {
        if (google != null) {
            google.close();
        }
    }
}
