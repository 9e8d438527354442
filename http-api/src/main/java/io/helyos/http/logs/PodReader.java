package io.helyos.http.logs;

import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.orchestrator.logs.ContainerLogs;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Instant;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Source;

/// Reads the containers of one pod, one after another, and knows where it stands. One source at a
/// time: each begins where the one before it ended, also where it was cut off.
final class PodReader {
  private final ContainerLogs logs;
  private final PodId pod;
  private Optional<Place> place;

  /// Whether all is read of the container in which the place is.
  private boolean done;

  PodReader(ContainerLogs logs, PodId pod, Optional<Place> place) {
    this.logs = logs;
    this.pod = pod;
    this.place = place;
  }

  /// Whether the client is to get of this container what it has asked for at first.
  boolean isFirst(PodContainer container) {
    return place.map(at -> at.isUnopened() && at.isIn(container)).orElse(false);
  }

  boolean knowsNothing() {
    return place.isEmpty();
  }

  /// Whether there may be something in it that has not been read.
  boolean wants(PodContainer container) {
    return place
        .map(at ->
            !at.isAfter(container)
                // Somebody may have started it again.
                && (!done || !at.isIn(container) || container.isRunning()))
        .orElse(true);
  }

  /// The last lines of a container and no more, when not all are wanted; else all that it has.
  Source<Move, NotUsed> first(PodContainer container, LogRequest wanted, boolean follow) {
    return wanted.tail() < 0
        ? from(container, wanted.since(), follow)
        : tail(container, wanted.tail(), wanted.since());
  }

  /// All that has not been read of a container.
  Source<Move, NotUsed> rest(PodContainer container, boolean follow) {
    return place.filter(at -> at.isIn(container) && !at.isUnopened()).isPresent()
        ? lines(container, follow)
        : from(container, Instant.EPOCH, follow);
  }

  /// That the container has been found is worth telling: what it writes from now on is not missed,
  /// even when the stream breaks off before its first line.
  private Source<Move, NotUsed> from(PodContainer container, Instant since, boolean follow) {
    stand(Place.before(container, since));
    return Source.single(moved(Optional.empty())).concatLazy(lines(container, follow));
  }

  private Source<Move, NotUsed> lines(PodContainer container, boolean follow) {
    return Source.lazySource(
            () -> {
              var from = place();
              var unread = from.unread();
              return opened(container, from.rest(follow))
                  .filter(unread::test)
                  .map(line -> {
                    stand(place().after(line));
                    return moved(Optional.of(line));
                  });
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance())
        .concatLazy(ended(container));
  }

  /// To know where the log ends, one line is read even if none is wanted.
  private Source<Move, NotUsed> tail(PodContainer container, int most, Instant since) {
    var from = Place.before(container, since);
    var query = new LogQuery(false, Math.max(most, 1), from.rest(false).since());
    return Source.lazySource(() ->
            opened(container, query)
                .map(line -> {
                  var before =
                      place
                          .filter(at -> at.isIn(container) && !at.isUnopened())
                          .orElseGet(() -> Place.before(container, line.time()));
                  stand(before.after(line));
                  return moved(Optional.of(line).filter(_ -> most > 0));
                }))
        .mapMaterializedValue(_ -> NotUsed.getInstance())
        .concatLazy(
            Source.lazySource(() -> {
              if (place.filter(at -> !at.isUnopened()).isEmpty()) stand(from);
              return Source.single(moved(Optional.empty()));
            }))
        .concatLazy(ended(container));
  }

  private Source<LogLine, NotUsed> opened(PodContainer container, LogQuery query) {
    return JavaFlowSupport.Source.fromPublisher(logs.lines(container, query));
  }

  /// Only of a container that did not run when its log was opened is that all.
  private Source<Move, NotUsed> ended(PodContainer container) {
    return Source.<Move, NotUsed>lazySource(
            () -> {
              done = !container.isRunning();
              return Source.empty();
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  private void stand(Place now) {
    if (place
        .filter(at -> at.incarnation() == now.incarnation() && at.attempt() == now.attempt())
        .isEmpty()) {
      done = false;
    }
    place = Optional.of(now);
  }

  private Place place() {
    return place.orElseThrow(() -> new IllegalStateException("Nothing of %s".formatted(pod)));
  }

  private Move moved(Optional<LogLine> line) {
    return new Move(pod, place(), line);
  }
}
