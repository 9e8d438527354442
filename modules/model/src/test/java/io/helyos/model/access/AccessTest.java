package io.helyos.model.access;

import static io.helyos.model.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.access.AccessCommand.NoteRefusals;
import io.helyos.model.access.AccessEvent.RequestsRefused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final RefusedRequest DELETE =
      new RefusedRequest(
          Instant.EPOCH,
          "ann",
          "10.0.0.9",
          "DELETE",
          "/api/v1/projects/shop",
          409,
          "conflict",
          "Project shop still has deployments.");

  private final AccessLifecycle lifecycle = new AccessLifecycle();

  @Test
  void what_was_refused_is_kept_with_the_count_of_what_was_not() {
    given(lifecycle)
        .when(new NoteRefusals(List.of(DELETE), 3))
        .then(new RequestsRefused(List.of(DELETE), 3));
  }

  @Test
  void nothing_is_nothing_to_keep() {
    given(lifecycle).when(new NoteRefusals(List.of(), 0)).then();
  }

  @Test
  void the_state_only_counts() {
    var first = lifecycle.evolve(lifecycle.initial(), new RequestsRefused(List.of(DELETE), 3));
    var second = lifecycle.evolve(first, new RequestsRefused(List.of(DELETE, DELETE), 0));
    assertThat(second).isEqualTo(new AccessLog.Kept(3, 3));
    assertThat(lifecycle.effects(second)).isEmpty();
  }
}
