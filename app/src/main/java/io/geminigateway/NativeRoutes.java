package io.geminigateway;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ResourceRequest;
import io.geminigateway.google.Downloads;
import io.geminigateway.google.GoogleModels;
import io.geminigateway.google.HeldLists;
import io.geminigateway.google.HeldResources;
import io.geminigateway.google.ModelMethods;
import io.geminigateway.google.UploadStarts;
import io.geminigateway.google.Uploads;
import io.geminigateway.relay.Relay;
import io.geminigateway.server.Holders;
import io.geminigateway.server.Routes;
import io.geminigateway.upstream.HeldListing;
import io.geminigateway.upstream.ModelDirectory;
import io.geminigateway.upstream.Passage;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.InstantSource;
import java.util.List;

/// Google's own API, path by path: what stands behind each.
final class NativeRoutes {
    private static final List<String> KINDS = List.of("files", "cachedContents");

    private final ModelCatalog catalog;
    private final ModelDirectory directory;
    private final HeldListing listing;
    private final Holders holders;
    private final InstantSource clock;
    private final ModelMethods methods;
    private final GoogleModels models;

    NativeRoutes(
            ModelCatalog catalog, ModelDirectory directory, HeldListing listing, Holders holders, InstantSource clock) {
        this.catalog = catalog;
        this.directory = directory;
        this.listing = listing;
        this.holders = holders;
        this.clock = clock;
        methods = new ModelMethods(catalog);
        models = new GoogleModels(catalog);
    }

    /// Who tells Google's clients of paths that are none.
    Dialect speaker() {
        return methods;
    }

    void add(Routes routes, Relay relay, Passage passage) {
        routes.holders(holders)
                .post("/models/*", methods, relay)
                .post("/publishers/*", methods, relay)
                .post("/projects/*", methods, relay)
                .get("/models", methods, this::list)
                .get("/models/*", methods, this::one)
                .get("/publishers/google/models", methods, this::list)
                .get("/publishers/google/models/*", methods, this::one)
                .get("/projects/*", methods, this::one)
                .carry(HttpMethod.POST, "/upload/*", new Uploads(), true, passage)
                .post("/upload/*", new UploadStarts(), relay)
                .carry(HttpMethod.GET, "/files/*", new Downloads(), false, passage)
                .post("/cachedContents", new HeldResources(ResourceRequest.Verb.POST, catalog), relay)
                .relayed(
                        HttpMethod.PATCH,
                        "/cachedContents/*",
                        new HeldResources(ResourceRequest.Verb.PATCH, catalog),
                        relay);
        for (var kind : KINDS) {
            routes.get("/" + kind, methods, head -> held(kind, head))
                    .relayed(
                            HttpMethod.GET,
                            "/" + kind + "/*",
                            new HeldResources(ResourceRequest.Verb.GET, catalog),
                            relay)
                    .relayed(
                            HttpMethod.DELETE,
                            "/" + kind + "/*",
                            new HeldResources(ResourceRequest.Verb.DELETE, catalog),
                            relay);
        }
    }

    private Future<byte[]> list(Head head) {
        return directory.offered().map(offered -> models.list(offered, directory.described(), head));
    }

    private Future<byte[]> one(Head head) {
        return directory.offered().map(offered -> models.one(offered, directory.described(), head));
    }

    /// Who lists what accounts hold learns where it is: it may have come there by another way.
    private Future<byte[]> held(String kind, Head head) {
        return listing.of(kind).map(all -> {
            var now = clock.instant();
            all.forEach(
                    held -> HeldLists.kept(held.thing(), now).ifPresent(kept -> holders.found(kept, held.account())));
            return HeldLists.page(
                    kind, all.stream().map(HeldListing.Held::thing).toList(), head);
        });
    }
}
