package io.geminigateway.cli;

import io.geminigateway.admin.AccountReport;
import io.geminigateway.terminal.Terminal.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An account's state in words.
final class Words {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Words() {}

    /// `mine.json: frozen until 2026-11-22 09:15:41 (operator)`.
    static String standing(AccountReport account) {
        var freeze = account.freeze();
        return "%s: %s%s"
                .formatted(
                        account.file(),
                        account.state(),
                        freeze == null
                                ? ""
                                : " until %s (%s)"
                                        .formatted(moment(freeze.until(), ZoneId.systemDefault()), freeze.cause()));
    }

    /// What keeps it from serving, and what to do about it; empty if nothing does.
    static String note(AccountReport account, ZoneId zone) {
        if (account.parked() != null) {
            return account.parked().cause() + ": " + account.parked().remedy();
        }
        if (account.problem() != null) {
            return account.problem();
        }
        if (account.freeze() != null) {
            return cause(account.freeze());
        }
        var frozen = account.models().stream()
                .filter(model -> model.state().equals("frozen"))
                .map(model -> "%s %s".formatted(model.model(), until(model.freeze(), zone)))
                .toList();
        return String.join(", ", frozen);
    }

    static String until(AccountReport.@Nullable FreezeReport freeze, ZoneId zone) {
        return freeze == null ? "" : "until %s (%s)".formatted(moment(freeze.until(), zone), cause(freeze));
    }

    static String moment(String instant, ZoneId zone) {
        return MOMENT.format(Instant.parse(instant).atZone(zone));
    }

    static String percent(@Nullable Double share) {
        return share == null ? "" : "%.0f %%".formatted(share * 100);
    }

    static Tone tone(String state) {
        return switch (state) {
            case "active" -> Tone.GOOD;
            case "probing", "frozen" -> Tone.WARM;
            case "parked", AccountReport.SKIPPED -> Tone.BAD;
            default -> Tone.DIM;
        };
    }

    private static String cause(AccountReport.FreezeReport freeze) {
        return freeze.remedy() == null ? freeze.cause() : freeze.cause() + ": " + freeze.remedy();
    }
}
