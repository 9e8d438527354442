package io.helyos.http.exchange;

import org.apache.pekko.util.ByteString;

/// One server-sent event. Existing clients take a frame only if it begins with its data.
public final class SseFrame {
  private SseFrame() {}

  public static ByteString of(String data, String event, String id) {
    var text = new StringBuilder(data.length() + 80);
    // Every kind of line break would end the field; each line becomes a field of its own.
    for (var line : data.split("\r\n|\r|\n", -1)) text.append("data: ").append(line).append('\n');
    text.append("id: ").append(id).append("\nevent: ").append(event).append("\n\n");
    return ByteString.fromString(text.toString());
  }
}
