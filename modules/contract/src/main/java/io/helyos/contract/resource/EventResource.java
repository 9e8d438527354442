package io.helyos.contract.resource;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event of the journal as streams and histories show it. The fields up to `message` are those
/// that existing clients need; the rest is ours.
///
/// @param kind `pod`, `deployment`, `node`, `project` or `cluster`
/// @param name of the thing that it is about
/// @param project that it belongs to, empty for what belongs to none
/// @param action in one word, `started`
/// @param message in one sentence
/// @param entity `pod|shop-api-0`
/// @param time the same as `timestamp`
/// @param node the daemon that wrote it
/// @param cause `entity@sequence` of the event that led to it, empty at the root
/// @param data the event itself
public record EventResource(
    Instant timestamp,
    String kind,
    String name,
    String action,
    String message,
    String project,
    long offset,
    String entity,
    long sequence,
    Instant time,
    String node,
    String change,
    String author,
    String cause,
    String type,
    Map<String, @Nullable Object> data) {
  public EventResource {
    project = Absent.text(project);
    data = Absent.map(data);
  }
}
