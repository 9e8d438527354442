package io.helyos.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final String SEEN = "registry.example.com/app@sha256:abc";
  private final Revision fresh =
      Revision.of(PodTemplate.of("registry.example.com/app:1"), Instant.EPOCH);

  @Test
  void its_first_pod_runs_what_the_tag_means_and_all_later_ones_run_the_same() {
    assertThat(fresh.toRun().image()).isEqualTo("registry.example.com/app:1");
    assertThat(fresh.ran(SEEN).toRun().image())
        .isEqualTo("registry.example.com/app:1@sha256:abc")
        .isEqualTo(fresh.ran(SEEN).ran("registry.example.com/app@sha256:moved").toRun().image());
  }

  @Test
  void an_image_that_no_registry_knows_is_found_by_its_name() {
    assertThat(fresh.ran("sha256:abc").toRun()).isEqualTo(fresh.template());
  }

  @Test
  void a_digest_that_the_user_has_written_stays() {
    var written = Revision.of(PodTemplate.of("app@sha256:def"), Instant.EPOCH).ran(SEEN);
    assertThat(written.toRun().image()).isEqualTo("app@sha256:def");
  }

  @Test
  void a_restart_asks_for_the_tag_again_unless_somebody_has_returned_to_the_revision() {
    assertThat(fresh.ran(SEEN).again(Instant.EPOCH).toRun()).isEqualTo(fresh.template());
    assertThat(fresh.ran(SEEN).pin().again(Instant.EPOCH).toRun().image()).endsWith("@sha256:abc");
  }
}
