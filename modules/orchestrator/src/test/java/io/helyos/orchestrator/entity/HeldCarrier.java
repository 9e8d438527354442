package io.helyos.orchestrator.entity;

import io.helyos.model.delivery.Delivery;
import io.helyos.orchestrator.Request;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes deliveries and lets the test answer them.
final class HeldCarrier implements Carrier {
  private final List<Carried> carried = new CopyOnWriteArrayList<>();

  record Carried(Object effect, Request request, CompletableFuture<Outcome> outcome) {}

  @Override
  public CompletionStage<Outcome> carry(Object effect, Delivery delivery, Request request) {
    var one = new Carried(effect, request, new CompletableFuture<>());
    carried.add(one);
    return one.outcome();
  }

  /// All that was ever carried, oldest first.
  List<Carried> all() {
    return carried;
  }

  List<Carried> of(Object effect) {
    return carried.stream().filter(one -> one.effect().equals(effect)).toList();
  }
}
