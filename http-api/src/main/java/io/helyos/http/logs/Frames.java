package io.helyos.http.logs;

import io.helyos.http.exchange.SseFrame;
import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.util.ByteString;

/// Moves as frames, each with the place of the whole stream after it. For one stream, in order.
final class Frames {
  private final LogRequest wanted;
  private final Map<Integer, Optional<Place>> places;

  /// @param begun where the stream stands before its first frame
  Frames(LogRequest wanted, Map<Integer, Optional<Place>> begun) {
    this.wanted = wanted;
    this.places = new TreeMap<>(begun);
  }

  /// Where the stream stands in a pod. Empty inside when it was there at the beginning and nothing
  /// is known of it yet; empty outside when it is new.
  Optional<Optional<Place>> place(PodId pod) {
    return Optional.ofNullable(places.get(pod.index()));
  }

  ByteString of(Move move) {
    // Without follow, pods come one after another: those before this one are through.
    if (!wanted.follow()) places.clear();
    places.put(move.pod().index(), Optional.of(move.place()));
    var cursor = ";" + Cursor.text(wanted.since(), places);
    return move.line()
        .map(line -> frame(move.pod().podName(), line, cursor))
        // No event for its reader, but a place to go on from.
        .orElseGet(() -> ByteString.fromString("id: " + cursor + "\n\n"));
  }

  private ByteString frame(String pod, LogLine line, String cursor) {
    var text = wanted.timestamps() ? line.time() + " " + line.text() : line.text();
    return SseFrame.of(text, pod, pod + "@" + line.time() + cursor);
  }
}
