package io.helyos.orchestrator.view;

import io.helyos.model.EntityId;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Codec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts stored events into a view.
public final class Folding {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  private final LiveView view;
  private final Codec codec;

  public Folding(LiveView view, Codec codec) {
    this.view = view;
    this.codec = codec;
  }

  void fold(FeedRow row) {
    fold(row.entity(), row.sequence(), row.recorded());
  }

  /// What a newer build has written is never skipped: its entity is left alone as a whole.
  void fold(EntityId entity, long sequence, Recorded recorded) {
    // Most of a busy daemon's feed are its own events, which the view has seen already.
    if (view.isSetAside(entity) || view.sequence(entity) >= sequence) return;
    try {
      var event =
          codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()));
      view.saw(entity, sequence, recorded.time(), event);
    } catch (Codec.UnknownEventException unknown) {
      LOG.error("{} is set aside: {}", entity, unknown.getMessage());
      view.setAside(entity);
    }
  }
}
