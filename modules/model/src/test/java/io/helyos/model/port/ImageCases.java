package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PullPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface ImageCases extends EngineUnderTest {
  @ParameterizedTest
  @EnumSource(names = {"MISSING", "NEVER"})
  default void an_image_on_the_machine_needs_no_registry(PullPolicy policy) {
    assertThat(done(runtime().pull(image(), policy))).isNotBlank();
  }

  @Test
  default void an_image_has_the_same_identity_every_time() {
    assertThat(done(runtime().pull(image(), PullPolicy.MISSING)))
        .isEqualTo(done(runtime().pull(image(), PullPolicy.NEVER)));
  }

  @Test
  default void an_image_that_is_missing_and_may_not_be_pulled_is_missing() {
    assertFails(runtime().pull(missingImage(), PullPolicy.NEVER), Kind.IMAGE_MISSING);
  }

  @ParameterizedTest
  @EnumSource(names = {"MISSING", "ALWAYS"})
  default void an_image_that_no_registry_gives_away_fails_to_pull(PullPolicy policy) {
    assertFails(runtime().pull(missingImage(), policy), Kind.PULL_FAILED);
  }

  @Test
  default void a_failed_pull_names_the_image() {
    var failure = Workbench.failure(runtime().pull(missingImage(), PullPolicy.MISSING));
    assertThat(failure).hasMessageContaining(missingImage());
  }

  @ParameterizedTest
  @EnumSource(PullPolicy.class)
  default void an_image_name_that_makes_no_sense_is_invalid(PullPolicy policy) {
    assertFails(runtime().pull("Not/An/Image", policy), Kind.INVALID);
  }
}
