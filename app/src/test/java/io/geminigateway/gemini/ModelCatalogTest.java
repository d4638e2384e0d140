package io.geminigateway.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {
    private final ModelCatalog catalog = ModelCatalog.bundled();

    @Test
    void aKnownModelIsFoundByItsName() {
        var model = catalog.find(ModelName.of("models/gemini-3.8-flash"));

        assertThat(model)
                .contains(new Model(
                        new ModelName("gemini-3.8-flash"),
                        "Gemini 3.8 Flash",
                        Model.Kind.CHAT,
                        LocalDate.of(2026, 9, 2),
                        1_048_576,
                        65_536,
                        true));
        assertThat(model.orElseThrow().created()).isEqualTo(1_788_307_200);
    }

    @Test
    void anUnknownModelIsNotFound() {
        assertThat(catalog.find(new ModelName("gemini-1.5-pro"))).isEmpty();
    }

    @Test
    void everyKindOfModelIsListed() {
        assertThat(catalog.all()).extracting(Model::kind).contains(Model.Kind.values());
        assertThat(catalog.all()).hasSize(31).allSatisfy(model -> {
            assertThat(model.displayName()).isNotBlank();
            assertThat(model.inputTokenLimit()).isPositive();
        });
    }
}
