package io.helyos.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.pod.Setbacks;
import io.helyos.model.template.Companions;
import io.helyos.model.template.ContainerTemplate;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final String SEEN = "registry.example.com/app@sha256:abc";
  private final Revision fresh =
      Revision.of(PodTemplate.of("registry.example.com/app:1"), Instant.EPOCH);

  private static PodReport own(String digest) {
    return new PodReport(0, 1, 1, 1, Phase.RUNNING, Setbacks.NONE, digest);
  }

  private static PodReport several(Map<String, String> digests) {
    return new PodReport(0, 1, 1, 1, Phase.RUNNING, Setbacks.NONE, SEEN, Optional.of(digests));
  }

  private static Revision ofSeveral() {
    var others =
        Companions.of(
            List.of(ContainerTemplate.of("migrate", "db:1")),
            List.of(ContainerTemplate.of("proxy", "proxy:1")));
    return Revision.of(PodTemplate.of("app:1").withCompanions(others), Instant.EPOCH);
  }

  private static List<String> images(Revision revision) {
    return revision.toRun().companions().orElseThrow().all().map(c -> c.image()).toList();
  }

  @Test
  void each_container_of_a_pod_of_several_keeps_the_image_that_its_tag_meant() {
    var ran = ofSeveral().ran(several(Map.of("migrate", "db@sha256:d1")));
    assertThat(images(ran)).containsExactly("db:1@sha256:d1", "proxy:1");
    var all = Map.of("migrate", "db@sha256:d2", "proxy", "proxy@sha256:p1");
    assertThat(images(ran.ran(several(all))))
        .as("what was known stays, what was not is added")
        .containsExactly("db:1@sha256:d1", "proxy:1@sha256:p1");
    assertThat(ran.ran(several(all)).toRun().image()).isEqualTo("app:1@sha256:abc");
  }

  @Test
  void whoever_returns_to_it_returns_to_the_images_of_all_its_containers() {
    var ran = ofSeveral().ran(several(Map.of("proxy", "proxy@sha256:p1")));
    assertThat(images(ran.again(Instant.EPOCH))).containsExactly("db:1", "proxy:1");
    assertThat(images(ran.pin().again(Instant.EPOCH))).containsExactly("db:1", "proxy:1@sha256:p1");
  }

  @Test
  void its_first_pod_runs_what_the_tag_means_and_all_later_ones_run_the_same() {
    assertThat(fresh.toRun().image()).isEqualTo("registry.example.com/app:1");
    assertThat(fresh.ran(own(SEEN)).toRun().image())
        .isEqualTo("registry.example.com/app:1@sha256:abc")
        .isEqualTo(
            fresh.ran(own(SEEN)).ran(own("registry.example.com/app@sha256:moved")).toRun().image());
  }

  @Test
  void an_image_that_no_registry_knows_is_found_by_its_name() {
    assertThat(fresh.ran(own("sha256:abc")).toRun()).isEqualTo(fresh.template());
  }

  @Test
  void a_digest_that_the_user_has_written_stays() {
    var written = Revision.of(PodTemplate.of("app@sha256:def"), Instant.EPOCH).ran(own(SEEN));
    assertThat(written.toRun().image()).isEqualTo("app@sha256:def");
  }

  @Test
  void a_restart_asks_for_the_tag_again_unless_somebody_has_returned_to_the_revision() {
    assertThat(fresh.ran(own(SEEN)).again(Instant.EPOCH).toRun()).isEqualTo(fresh.template());
    assertThat(fresh.ran(own(SEEN)).pin().again(Instant.EPOCH).toRun().image())
        .endsWith("@sha256:abc");
  }
}
