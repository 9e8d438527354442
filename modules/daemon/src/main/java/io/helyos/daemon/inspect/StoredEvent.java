package io.helyos.daemon.inspect;

import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Codec;

/// An event of a journal as far as this build can read it.
///
/// @param trouble why its data cannot be told, empty when they can
record StoredEvent(FeedRow row, String json, String trouble) {
  static StoredEvent of(FeedRow row, Codec codec) {
    var recorded = row.recorded();
    try {
      var event =
          codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()));
      return new StoredEvent(row, codec.json(event), "");
    } catch (Codec.UnknownEventException | IllegalArgumentException unreadable) {
      // Damaged bytes are told like those of a newer build: the rest can be read all the same.
      return new StoredEvent(row, "", firstLine(unreadable));
    }
  }

  private static String firstLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  boolean isReadable() {
    return trouble.isEmpty();
  }

  /// `pod.started`, and from the second version on `deployment.deployed/2`.
  String type() {
    var recorded = row.recorded();
    return recorded.version() == 1 ? recorded.type() : recorded.type() + "/" + recorded.version();
  }
}
