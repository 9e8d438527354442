package io.helyos.orchestrator.agent;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.desk.Desk;
import io.helyos.model.port.OrderStore;
import io.helyos.orchestrator.agent.AgentMessage.Taken;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/// Keeps the disk in step with the desks: an order counts once it is saved, and what a pod has
/// heard, or is to hear later, is saved behind it.
final class OrderBook {
  private final ActorContext<AgentMessage> context;
  private final OrderStore orders;
  private final Desks desks;

  OrderBook(ActorContext<AgentMessage> context, OrderStore orders, Desks desks) {
    this.context = context;
    this.orders = orders;
    this.desks = desks;
    orders.load().forEach(order -> desks.put(Desk.of(order.seat()).expect(order).saved(order)));
  }

  /// On disk first: whatever the engine is then asked for has an order, whenever we crash.
  void save(Order order, Optional<ActorRef<Taken>> replyTo) {
    desks.put(desks.of(order.seat()).expect(order));
    context.pipeToSelf(
        orders.save(order),
        (_, failure) ->
            failure == null
                ? new AgentMessage.Saved(order, replyTo)
                : new AgentMessage.SaveFailed(order, Engine.message(failure)));
  }

  void saved(AgentMessage.Saved saved) {
    var desk = desks.of(saved.order().seat()).saved(saved.order());
    desks.put(desk);
    // Reports that were kept while it was on its way are not in what is on disk.
    if (!desk.order().equals(Optional.of(saved.order()))) saveAgain(desk);
    saved.replyTo().ifPresent(replyTo -> replyTo.tell(new Taken()));
  }

  void notSaved(Order order, String why) {
    var desk = desks.of(order.seat()).notSaved(order);
    desks.put(desk);
    // What changed in it meanwhile has waited for the other one.
    saveAgain(desk);
    context.getLog().error("The order for {} was not saved: {}", order.seat(), why);
  }

  /// Changes a desk that there is; nothing waits for the disk.
  void change(Seat seat, UnaryOperator<Desk> change) {
    var known = desks.find(seat);
    if (known.isEmpty()) return;
    var after = change.apply(known.get());
    desks.put(after);
    if (!after.order().equals(known.get().order())) saveAgain(after);
  }

  /// Unless a newer one is on its way.
  private void saveAgain(Desk desk) {
    if (desk.coming().isEmpty()) desk.order().ifPresent(orders::save);
  }
}
