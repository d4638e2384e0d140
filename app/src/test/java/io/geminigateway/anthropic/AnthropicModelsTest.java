package io.geminigateway.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Model;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicModelsTest {
    private final ModelCatalog catalog = ModelCatalog.bundled();
    private final AnthropicModels models = new AnthropicModels(catalog);

    @Test
    void anEntryHasAllThatClientsRead() {
        var model = one("gemini-3.8-flash");

        assertThat(model.getMap())
                .containsEntry("type", "model")
                .containsEntry("id", "gemini-3.8-flash")
                .containsEntry("display_name", "Gemini 3.8 Flash")
                .containsEntry("lifecycle", "active")
                .containsEntry("created_at", "2026-09-02T00:00:00Z")
                .containsEntry("max_input_tokens", 1_048_576)
                .containsEntry("max_tokens", 65_536);
    }

    /// Claude Code lists only what begins with `claude` or `anthropic`.
    @Test
    void everyChatModelIsListedUnderANameThatClaudeCodeShows() {
        var ids = ids(list("limit=1000"));

        assertThat(catalog.all().stream().filter(model -> model.kind() == Model.Kind.CHAT))
                .isNotEmpty()
                .allSatisfy(model -> assertThat(ids).contains(model.name().value(), "claude-" + model.name()));
        assertThat(ids)
                .contains("claude-gemini-3.8-flash")
                .doesNotContain("gemini-3-pro-image", "gemini-embedding-001", "dall-e-3")
                .doesNotHaveDuplicates();
        assertThat(one("claude-gemini-3.8-flash").getString("display_name")).isEqualTo("Gemini 3.8 Flash");
        assertThat(catalog.resolve("claude-gemini-3.1-pro-preview").value()).isEqualTo("gemini-3.1-pro-preview");
    }

    @Test
    void onlyWhatSomeAccountMayCallIsListed() {
        var offered = Set.of(new ModelName("gemini-3.8-flash"), new ModelName("gemini-9-flash"));

        var ids = ids(new JsonObject(new String(models.list(query("limit=1000"), Optional.of(offered)), UTF_8)));

        assertThat(ids)
                .contains("gemini-3.8-flash", "claude-gemini-3.8-flash", "gemini-9-flash", "gemini-flash-latest")
                .doesNotContain("gemini-4-neon", "claude-gemini-4-neon");
    }

    @Test
    void thePagesTogetherAreTheListAndNothingComesTwice() {
        var all = ids(list("limit=1000"));

        var walked = new ArrayList<String>();
        var page = list("");
        while (page.getBoolean("has_more")) {
            walked.addAll(ids(page));
            page = list("limit=7&after_id=" + page.getString("last_id"));
        }
        walked.addAll(ids(page));

        assertThat(walked).isEqualTo(all);
        assertThat(ids(list(""))).hasSize(20);
    }

    @Test
    void aPageMayEndBeforeAModel() {
        var all = ids(list("limit=1000"));

        var page = list("limit=2&before_id=" + all.get(5));

        assertThat(ids(page)).containsExactly(all.get(3), all.get(4));
        assertThat(page.getString("first_id")).isEqualTo(all.get(3));
        assertThat(page.getBoolean("has_more")).isTrue();
        assertThat(list("limit=9&before_id=" + all.get(2)).getBoolean("has_more"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=-1", "after_id=nobody", "before_id=nobody"})
    void aPageThatCannotBeIsRefused(String query) {
        var refused = catchThrowableOfType(GatewayException.class, () -> list(query));

        assertThat(refused.failure()).isInstanceOf(Failure.InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-none", "a b", ""})
    void aModelThatNobodyHasIsNotFound(String id) {
        assertThatThrownBy(() -> one(id))
                .isInstanceOf(GatewayException.class)
                .extracting(thrown -> ((GatewayException) thrown).failure())
                .isInstanceOf(Failure.ModelNotFound.class);
    }

    private JsonObject one(String id) {
        return new JsonObject(new String(models.one(id, Optional.empty()), UTF_8));
    }

    private JsonObject list(String query) {
        return new JsonObject(new String(models.list(query(query), Optional.empty()), UTF_8));
    }

    private static Head query(String query) {
        return new Head("/v1/models", "/models", query, _ -> null);
    }

    private static List<String> ids(JsonObject list) {
        return list.getJsonArray("data").stream()
                .map(entry -> ((JsonObject) entry).getString("id"))
                .toList();
    }
}
