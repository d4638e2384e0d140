package io.geminigateway.admin;

import io.geminigateway.account.AccountFolder;
import io.geminigateway.account.AccountId;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.pool.Ask;
import io.geminigateway.pool.Pool;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Does what the operator asks, and says what came of it.
final class AdminDesk {
    private static final WireJson<Health> HEALTH = WireJson.ofClient(Health.class);
    private static final WireJson<AccountList> LIST =
            WireJson.ofClient(AccountList.class).withEmptyLists();
    private static final WireJson<AccountReport> REPORT =
            WireJson.ofClient(AccountReport.class).withEmptyLists();
    private static final WireJson<Thawed> THAWED = WireJson.ofClient(Thawed.class);
    private static final WireJson<Explanation> EXPLANATION =
            WireJson.ofClient(Explanation.class).withEmptyLists();
    private static final WireJson<TestResult> RESULT = WireJson.ofClient(TestResult.class);

    private final AccountFolder folder;
    private final Pool pool;
    private final AccountTest tests;
    private final BooleanSupplier closing;
    private final Reports reports;

    AdminDesk(AccountFolder folder, Pool pool, AccountTest tests, BooleanSupplier closing) {
        this.folder = folder;
        this.pool = pool;
        this.tests = tests;
        this.closing = closing;
        this.reports = new Reports(folder, pool);
    }

    /// A status, and mostly JSON.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, Map<String, String> headers, byte[] body) {
        Answer(int status, byte[] json) {
            this(status, Map.of("content-type", "application/json"), json);
        }

        static Answer ok(byte[] json) {
            return new Answer(200, json);
        }
    }

    Answer alive() {
        return Answer.ok(HEALTH.write(Health.ALIVE));
    }

    Answer ready() {
        var snapshot = pool.snapshot();
        var usable = snapshot.usable();
        var leaving = closing.getAsBoolean();
        var status = leaving ? "draining" : usable > 0 ? "ok" : "no usable account";
        return new Answer(
                !leaving && usable > 0 ? 200 : 503,
                HEALTH.write(new Health(status, snapshot.accounts().size(), usable)));
    }

    Answer list() {
        return Answer.ok(LIST.write(reports.all()));
    }

    Answer show(String name) {
        return Answer.ok(REPORT.write(reports.find(name)));
    }

    /// How a choice for the model would go now. It changes nothing.
    Answer explain(ModelName model) {
        return Answer.ok(EXPLANATION.write(new Explanation(
                model.value(),
                pool.down(model),
                pool.explain(Ask.of(model)).stream()
                        .map(Explanation.Contender::of)
                        .toList())));
    }

    Answer freeze(String name, FreezeOrder order) {
        var account = reports.account(name);
        pool.freeze(account.id(), order.pause());
        return show(account.file());
    }

    Answer unfreeze(String name) {
        var report = reports.find(name);
        pool.thaw(new AccountId(report.id()));
        return show(report.file());
    }

    Answer unfreezeAll() {
        return Answer.ok(THAWED.write(new Thawed(true, pool.thawAll())));
    }

    Future<Answer> disable(String name, boolean disabled) {
        var file = reports.find(name).file();
        return folder.disable(file, disabled)
                .map(_ -> show(file))
                .recover(failed -> Future.failedFuture(
                        failed instanceof IOException
                                ? new Failure.InvalidRequest(String.valueOf(failed.getMessage())).asException()
                                : failed));
    }

    Future<Answer> test(String name, TestOrder order) {
        return tests.call(reports.account(name), order.modelName()).map(result -> Answer.ok(RESULT.write(result)));
    }
}
