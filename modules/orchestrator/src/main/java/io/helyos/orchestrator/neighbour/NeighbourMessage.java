package io.helyos.orchestrator.neighbour;

import io.helyos.model.agent.Order;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/// What daemons say to each other, over the network.
public sealed interface NeighbourMessage extends NeighbourDesk.Message {
  /// Said every second to all others.
  ///
  /// @param api where this daemon answers requests
  /// @param nodes that it commands, each with the trouble of its engine, empty for none
  record Presence(
      String daemon, String api, Map<String, String> nodes, ActorRef<NeighbourDesk.Message> desk)
      implements NeighbourMessage {
    public Presence {
      nodes = Map.copyOf(nodes);
    }
  }

  /// An order for a node of the daemon that hears this; answered when it is on that node's disk.
  record Forward(String node, Order order, ActorRef<Forwarded> replyTo)
      implements NeighbourMessage {}

  /// The order is on disk.
  record Forwarded() implements NeighbourMessage {}

  /// Whether these containers of a node of the daemon that hears this all run.
  record Look(String node, List<String> containers, ActorRef<Seen> replyTo)
      implements NeighbourMessage {
    public Look {
      containers = List.copyOf(containers);
    }
  }

  record Seen(boolean running) implements NeighbourMessage {}
}
