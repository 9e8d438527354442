package io.helyos.simulator.world;

import io.helyos.model.port.ContainerEvent;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Listens to an engine until it goes silent, or nobody wants to hear any more.
final class Ears implements Flow.Subscriber<ContainerEvent> {
  private final Consumer<ContainerEvent> heard;
  private final Runnable silent;
  private Flow.@Nullable Subscription subscription;
  private boolean closed;

  Ears(Consumer<ContainerEvent> heard, Runnable silent) {
    this.heard = heard;
    this.silent = silent;
  }

  void close() {
    closed = true;
    if (subscription != null) subscription.cancel();
  }

  @Override
  public void onSubscribe(Flow.Subscription held) {
    subscription = held;
    held.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ContainerEvent event) {
    if (!closed) heard.accept(event);
  }

  @Override
  public void onError(Throwable failure) {
    if (!closed) silent.run();
  }

  @Override
  public void onComplete() {
    if (!closed) silent.run();
  }
}
