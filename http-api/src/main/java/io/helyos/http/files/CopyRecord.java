package io.helyos.http.files;

import io.helyos.http.exchange.Call;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.pod.ExecPlace;
import io.helyos.model.pod.PodCommand.CloseCopy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.pekko.util.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the pod's journal is told of a copying that was begun: once, how it has ended.
final class CopyRecord {
  private static final Logger LOG = LoggerFactory.getLogger(CopyRecord.class);

  private final Call call;
  private final Writes writes;
  private final EntityId pod;
  private final Done opened;
  private final String id;
  private final ExecPlace place;
  private final LongAdder bytes = new LongAdder();
  private final AtomicBoolean told = new AtomicBoolean();

  CopyRecord(Call call, Writes writes, EntityId pod, Done opened, String id, ExecPlace place) {
    this.call = call;
    this.writes = writes;
    this.pod = pod;
    this.opened = opened;
    this.id = id;
    this.place = place;
  }

  ExecPlace place() {
    return place;
  }

  ByteString counted(ByteString piece) {
    bytes.add(piece.size());
    return piece;
  }

  void ended() {
    tell("");
  }

  void failed(String why) {
    tell(why.isEmpty() ? "nobody knows why" : why);
  }

  private void tell(String why) {
    if (!told.compareAndSet(false, true)) return;
    var command = new CloseCopy(place.incarnation(), place.attempt(), id, bytes.sum(), why);
    writes
        .follow(call, opened, pod, command)
        .whenComplete((_, failure) -> {
          if (failure != null) LOG.warn("The end of a copying in {} is not kept", pod, failure);
        });
  }
}
