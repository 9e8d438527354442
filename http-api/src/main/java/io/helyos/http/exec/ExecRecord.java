package io.helyos.http.exec;

import io.helyos.http.exchange.Call;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.pod.ExecPlace;
import io.helyos.model.pod.PodCommand.CloseExec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the pod's journal is told of a command that was opened: once, how it has ended.
final class ExecRecord {
  private static final Logger LOG = LoggerFactory.getLogger(ExecRecord.class);

  private final Call call;
  private final Writes writes;
  private final EntityId pod;
  private final Done opened;
  private final String id;
  private final ExecPlace place;
  private final AtomicBoolean told = new AtomicBoolean();

  ExecRecord(Call call, Writes writes, EntityId pod, Done opened, String id, ExecPlace place) {
    this.call = call;
    this.writes = writes;
    this.pod = pod;
    this.opened = opened;
    this.id = id;
    this.place = place;
  }

  void exited(int code) {
    tell(Optional.of(code), "");
  }

  void failed(String why) {
    tell(Optional.empty(), why);
  }

  private void tell(Optional<Integer> code, String why) {
    if (!told.compareAndSet(false, true)) return;
    var command = new CloseExec(place.incarnation(), place.attempt(), id, code, why);
    writes
        .follow(call, opened, pod, command)
        .whenComplete((_, failure) -> {
          if (failure != null) LOG.warn("The end of a command in {} is not kept", pod, failure);
        });
  }
}
