package io.geminigateway.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void whatIsSaidBesideACampaignGoesBeforeIt() {
        var plan = Plan.from(List.of("--campaign", "full", "--soak", "600", "--contestants", "nginx,gateway"));

        assertThat(plan.soak()).isEqualTo(Duration.ofMinutes(10));
        assertThat(plan.contestants()).containsExactly("direct", "nginx", "gateway");
        assertThat(plan.windows()).isEqualTo(3);
    }

    @Test
    void theFullCampaignHasEveryWorkload() {
        var plan = Plan.from(List.of("--campaign", "full"));

        assertThat(plan.scenarios()).extracting(Scenario::workload).containsExactlyInAnyOrder(Workload.values());
    }

    @Test
    void otherGatewaysTakePartInTheMainWorkloadsOnly() {
        var plan = Plan.from(List.of("--campaign", "short"));

        assertThat(plan.contestants(Workload.BURST)).contains("node", "litellm");
        assertThat(plan.contestants(Workload.HISTORY)).containsExactly("direct", "nginx", "gateway");
    }

    @Test
    void thereIsAlwaysAWindow() {
        var plan = Plan.from(List.of("--windows", "1"));

        assertThat(plan.windows(Workload.MANY_9500)).isEqualTo(1);
    }

    @Test
    void anUnknownCampaignIsNamed() {
        assertThatThrownBy(() -> Plan.from(List.of("--campaign", "long"))).hasMessageContaining("'long' is not known");
    }
}
