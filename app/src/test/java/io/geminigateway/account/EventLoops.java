package io.geminigateway.account;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Several event loops that ask for something, and watch where the answers arrive.
final class EventLoops {
    private final List<Context> contexts = new CopyOnWriteArrayList<>();
    private final AtomicInteger strays = new AtomicInteger();

    private EventLoops() {}

    static EventLoops of(Vertx vertx, int count) {
        var loops = new EventLoops();
        vertx.deployVerticle(() -> loops.new Member(), new DeploymentOptions().setInstances(count))
                .await();
        if (loops.contexts.stream().distinct().count() != count) {
            throw new IllegalStateException("not so many event loops");
        }
        return loops;
    }

    /// The answer, once it has arrived on the loop number `index` modulo their count.
    <T> Future<T> ask(int index, Supplier<Future<T>> question) {
        Promise<T> answer = Promise.promise();
        contexts.get(index % contexts.size()).runOnContext(_ -> {
            var asker = Thread.currentThread();
            question.get().onComplete((value, failure) -> {
                if (Thread.currentThread() != asker) {
                    strays.incrementAndGet();
                }
                answer.complete(value, failure);
            });
        });
        return answer.future();
    }

    /// Returns when every loop has done what it was asked before.
    void settle() {
        for (var i = 0; i < contexts.size(); i++) {
            await(ask(i, () -> Future.succeededFuture("done")));
        }
    }

    /// How many answers arrived on another thread than the one that asked.
    int strays() {
        return strays.get();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("no answer within 30 s", late);
        }
    }

    private final class Member extends VerticleBase {
        @Override
        public Future<?> start() {
            contexts.add(context);
            return Future.succeededFuture();
        }
    }
}
