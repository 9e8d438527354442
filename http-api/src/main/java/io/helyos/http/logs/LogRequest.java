package io.helyos.http.logs;

import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Moment;
import io.helyos.http.naming.Containers;
import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import java.time.Instant;
import java.util.Optional;

/// What a client wants of the logs.
///
/// @param pod only this one
/// @param companion only that container of each pod; empty for the pods' own
/// @param follow go on as lines are written; what has ended can not be followed
/// @param tail so many of the last lines of each pod, -1 for all
/// @param previous of the container before the present one
/// @param cursor where the client stood when its stream broke off
record LogRequest(
    Optional<PodId> pod,
    Optional<String> companion,
    boolean follow,
    int tail,
    Instant since,
    boolean timestamps,
    boolean previous,
    Optional<Cursor> cursor) {
  static final String[] PARAMETERS = {
    "container", "follow", "tail", "since", "timestamps", "previous"
  };

  private static final long MOST_LINES = 1_000_000;

  static LogRequest of(Call call, DeploymentId owner, Optional<PodId> pod, Instant now) {
    var query = call.query();
    var cursor = call.header("Last-Event-ID").map(Cursor::read);
    var since =
        query.text("since").map(text -> Moment.of("since", text, now)).orElse(Instant.EPOCH);
    var previous = query.flag("previous", false);
    return new LogRequest(
        pod,
        Containers.companion(call, owner),
        query.flag("follow", !previous) && !previous,
        query.number("tail", 0, MOST_LINES).map(Long::intValue).orElse(-1),
        // An age counts from when it was first asked for.
        cursor.map(Cursor::since).orElse(since),
        query.flag("timestamps", false),
        previous,
        cursor);
  }

  boolean wants(PodId id) {
    return pod.isEmpty() || pod.get().equals(id);
  }
}
