package io.helyos.http.events;

import static io.helyos.http.events.EventWords.say;

import io.helyos.model.node.NodeEvent;

/// What happened to a node, in words.
final class NodeWords {
  private NodeWords() {}

  static EventWords of(NodeEvent event) {
    return switch (event) {
      case NodeEvent.NodeRegistered registered ->
          say("registered", "Node %s has registered.".formatted(registered.name()));
      case NodeEvent.Reserved(var pod, _) ->
          say("reserved", "It keeps room for %s.".formatted(pod.podName()));
      case NodeEvent.Released(var pod, _) ->
          say("released", "The room of %s is free again.".formatted(pod.podName()));
      case NodeEvent.PortFoundTaken(var port, _) ->
          say("avoiding", "Somebody else holds its port %d.".formatted(port.port()));
      case NodeEvent.NodeLost _ ->
          say("lost", "Its machine does not answer; its pods are replaced elsewhere.");
      case NodeEvent.NodeReturned _ -> say("returned", "Its machine answers again.");
      case NodeEvent.NodeCordoned() -> say("cordoned", "It takes no new pods.");
      case NodeEvent.NodeUncordoned() -> say("uncordoned", "It takes new pods again.");
      case NodeEvent.PodFenced(var pod, _) ->
          say(
              "fenced",
              "%s lives elsewhere; what is left of it here is dead.".formatted(pod.podName()));
      case NodeEvent.FenceCleared(var pod, _) ->
          say("cleared", "Nothing of %s is left here.".formatted(pod.podName()));
      case NodeEvent.DrainBegun(_, var until, _) ->
          say("draining", "It takes no new pods; its pods are moved, until %s.".formatted(until));
      case NodeEvent.DrainCancelled(var uncordoned) ->
          say(
              "drain cancelled",
              uncordoned
                  ? "The pods that are left stay; it takes new pods again."
                  : "The pods that are left stay; it was cordoned before, and still is.");
      case NodeEvent.DrainExpired(var left) ->
          say(
              "drain expired",
              "The time of its drain is over with %d pods left; they stay.".formatted(left));
      case NodeEvent.NodeLabelled _ -> say("labelled", "Its labels were changed.");
    };
  }
}
