package io.geminigateway.account;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a listener heard: `+a.json`, `~a.json`, `-a.json`.
class RecordedNews implements AccountListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void added(Account account) {
        lines.add("+" + account.file());
    }

    @Override
    public void changed(Account before, Account now) {
        lines.add("~" + now.file());
    }

    @Override
    public void removed(Account account) {
        lines.add("-" + account.file());
    }
}
