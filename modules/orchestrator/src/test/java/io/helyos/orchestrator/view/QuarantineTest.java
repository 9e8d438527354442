package io.helyos.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Codec;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a newer build has written stops one entity, and no other.
class QuarantineTest {
  private static final EntityId SHOP = EntityId.project("shop");
  private static final EntityId BANK = EntityId.project("bank");

  private final LiveView view = new LiveView();
  private final Folding folding = new Folding(view, new TwoWords());
  private long offset;

  private void stored(EntityId entity, long sequence, String type) {
    var name = entity.name().getBytes(StandardCharsets.UTF_8);
    var recorded =
        new Recorded(name, type, 1, Instant.EPOCH, "d", "c", "ann", "", "", "", new byte[0]);
    folding.fold(new FeedRow(++offset, entity, sequence, recorded));
  }

  private Optional<Boolean> isSuspended(String project) {
    return view.project(project)
        .map(row -> row.state() instanceof Project.Active active && active.suspended());
  }

  @Test
  void an_entity_with_an_event_of_a_newer_build_stays_as_it_was_understood() {
    stored(SHOP, 1, "made");
    stored(SHOP, 2, "beamed");
    stored(SHOP, 3, "suspended");
    assertThat(view.isSetAside(SHOP)).isTrue();
    assertThat(view.sequence(SHOP)).isEqualTo(1);
    assertThat(isSuspended("shop")).hasValue(false);
  }

  @Test
  void the_others_go_on() {
    stored(SHOP, 1, "made");
    stored(BANK, 1, "made");
    stored(SHOP, 2, "beamed");
    stored(BANK, 2, "suspended");
    assertThat(view.isSetAside(BANK)).isFalse();
    assertThat(isSuspended("bank")).hasValue(true);
  }

  /// Knows two events of a project.
  private static final class TwoWords implements Codec {
    @Override
    public Object decode(EncodedEvent encoded) {
      return switch (encoded.type()) {
        case "made" ->
            new ProjectEvent.ProjectCreated(new String(encoded.bytes(), StandardCharsets.UTF_8));
        case "suspended" -> new ProjectEvent.ProjectSuspended();
        default -> throw new UnknownEventException("found " + encoded.type());
      };
    }

    @Override
    public EncodedEvent encode(Object event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] encodeState(EntityKind kind, Object state) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object decodeState(EntityKind kind, byte[] bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String json(Object event) {
      throw new UnsupportedOperationException();
    }
  }
}
