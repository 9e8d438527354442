package io.helyos.model.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.EntityId;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectEvent.ProjectCreated;
import io.helyos.model.project.ProjectEvent.ProjectDeleted;
import io.helyos.model.project.ProjectEvent.ProjectSuspended;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final EntityId SHOP = EntityId.project("shop");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Row<?> first() {
    return Fold.apply(Optional.empty(), SHOP, 1, NOON, new ProjectCreated("shop"));
  }

  private static Row<?> then(Row<?> row, long sequence, int seconds, Object event) {
    return Fold.apply(Optional.of(row), SHOP, sequence, NOON.plusSeconds(seconds), event);
  }

  @Test
  void the_first_event_makes_a_row() {
    assertThat(first())
        .isEqualTo(new Row<>(SHOP, new Project.Active("shop", false, Set.of()), 1, NOON, NOON));
  }

  @Test
  void the_next_event_changes_it_and_keeps_when_it_came_into_being() {
    assertThat(then(first(), 2, 5, new ProjectSuspended()))
        .isEqualTo(
            new Row<>(
                SHOP, new Project.Active("shop", true, Set.of()), 2, NOON, NOON.plusSeconds(5)));
  }

  @Test
  void an_event_that_was_seen_changes_nothing() {
    var second = then(first(), 2, 5, new ProjectSuspended());
    assertThat(then(second, 2, 9, new ProjectSuspended())).isSameAs(second);
    assertThat(then(second, 1, 9, new ProjectCreated("shop"))).isSameAs(second);
  }

  @Test
  void a_gap_is_a_fault() {
    assertThatThrownBy(() -> then(first(), 3, 5, new ProjectSuspended()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("project|shop")
        .hasMessageContaining("event 3 came after 1");
    assertThatThrownBy(
            () -> Fold.apply(Optional.empty(), SHOP, 2, NOON, new ProjectCreated("shop")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("event 2");
  }

  @Test
  void what_comes_back_has_a_new_beginning() {
    var gone = then(first(), 2, 5, new ProjectDeleted(false));
    assertThat(Deciders.exists(gone.state())).isFalse();
    var back = then(gone, 3, 9, new ProjectCreated("shop"));
    assertThat(back.createdAt()).isEqualTo(NOON.plusSeconds(9));
  }
}
