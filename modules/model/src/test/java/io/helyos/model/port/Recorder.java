package io.helyos.model.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Predicate;

/// A subscriber that keeps what it gets and lets a test wait for more.
public final class Recorder<T> implements Flow.Subscriber<T> {
  private final long demand;
  private final List<T> items = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  /// @param demand how many items to ask for at once
  public Recorder(long demand) {
    this.demand = demand;
  }

  public static <T> Recorder<T> of(Flow.Publisher<T> publisher) {
    return of(publisher, Long.MAX_VALUE);
  }

  public static <T> Recorder<T> of(Flow.Publisher<T> publisher, long demand) {
    var recorder = new Recorder<T>(demand);
    publisher.subscribe(recorder);
    return recorder;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    if (demand > 0) {
      given.request(demand);
    }
  }

  @Override
  public void onNext(T item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable error) {
    end.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    end.complete(true);
  }

  public List<T> items() {
    return List.copyOf(items);
  }

  public void request(long n) {
    Workbench.done(subscription).request(n);
  }

  public void cancel() {
    Workbench.done(subscription).cancel();
  }

  public boolean hasEnded() {
    return end.isDone();
  }

  /// Waits until the publisher has completed, then returns everything.
  public List<T> awaitCompletion() {
    assertThat(Workbench.done(end)).isTrue();
    return items();
  }

  /// Waits until the publisher has failed.
  public Throwable awaitError() {
    return Workbench.error(end);
  }

  /// Waits until the publisher has completed or failed.
  public void awaitEnd() {
    await().atMost(Workbench.PATIENCE).until(end::isDone);
  }

  public List<T> awaitItems(int count) {
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(() -> assertThat(items).hasSizeGreaterThanOrEqualTo(count));
    return items();
  }

  public T awaitItem(Predicate<T> wanted) {
    await().atMost(Workbench.PATIENCE).untilAsserted(() -> assertThat(items).anyMatch(wanted));
    return items.stream().filter(wanted).findFirst().orElseThrow();
  }
}
