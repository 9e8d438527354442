package io.helyos.http.events;

import io.helyos.model.access.AccessEvent;
import io.helyos.model.cluster.ClusterEvent;
import io.helyos.model.cluster.ClusterEvent.ClusterFounded;
import io.helyos.model.cluster.ClusterEvent.TokenIssued;
import io.helyos.model.cluster.ClusterEvent.TokenRevoked;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.node.NodeEvent;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.project.ProjectEvent;
import java.util.Locale;

/// An event in one word and in one sentence.
record EventWords(String action, String message) {
  static final EventWords UNKNOWN =
      new EventWords("unknown", "A newer version of the daemon wrote this.");

  static EventWords of(Object event) {
    return switch (event) {
      case PodEvent pod -> PodWords.of(pod);
      case DeploymentEvent deployment -> DeploymentWords.of(deployment);
      case NodeEvent node -> NodeWords.of(node);
      case ProjectEvent project -> of(project);
      case ClusterEvent cluster -> of(cluster);
      case AccessEvent access -> of(access);
      default -> throw new IllegalArgumentException("No event of the model: " + event.getClass());
    };
  }

  static EventWords say(String action, String message) {
    return new EventWords(action, message);
  }

  /// A constant of the model as it stands in a sentence.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static EventWords of(ProjectEvent event) {
    return switch (event) {
      case ProjectEvent.ProjectCreated(var name) ->
          say("created", "Project %s was made.".formatted(name));
      case ProjectEvent.ProjectSuspended() -> say("suspended", "The project was suspended.");
      case ProjectEvent.ProjectResumed() -> say("resumed", "The project was resumed.");
      case ProjectEvent.ProjectDeleted _ -> say("deleted", "The project was deleted.");
      case ProjectEvent.DeploymentListed(var deployment) ->
          say("listed", "It has deployment %s now.".formatted(deployment));
      case ProjectEvent.DeploymentUnlisted(var deployment) ->
          say("unlisted", "Deployment %s is gone.".formatted(deployment));
    };
  }

  private static EventWords of(AccessEvent event) {
    return switch (event) {
      case AccessEvent.RequestsRefused(var requests, var dropped) ->
          say("refused", "%d commands were not carried out.".formatted(requests.size() + dropped));
    };
  }

  private static EventWords of(ClusterEvent event) {
    return switch (event) {
      case ClusterFounded(var id) -> say("founded", "Cluster %s was founded.".formatted(id));
      case TokenIssued(var token) -> say("issued", "Token %s was made.".formatted(token.name()));
      case TokenRevoked(_, var name, _) -> say("revoked", "Token %s was revoked.".formatted(name));
      case ClusterEvent.NodesLost(var nodes) ->
          say("lost", "Nobody waits any more for %s.".formatted(String.join(", ", nodes)));
      case ClusterEvent.ClusterConfigured _ ->
          say("configured", "What holds for the whole cluster was changed.");
      case ClusterEvent.NodesHeld(var nodes) ->
          say(
              "held",
              "Most nodes fell silent at once, so nothing is moved. Confirm the loss of %s, or let them return."
                  .formatted(String.join(", ", nodes)));
      case ClusterEvent.NodesReturned(var nodes) ->
          say("returned", "%s can be heard again.".formatted(String.join(", ", nodes)));
      case ClusterEvent.UndoRequested(var change, var steps) ->
          say("undo", "Change %s was taken back: %s.".formatted(change, String.join(", ", steps)));
      case ClusterEvent.RestoreRequested(var project, var at, var steps) ->
          say(
              "restore",
              "Project %s was made what it was at %s: %s."
                  .formatted(project, at, String.join(", ", steps)));
    };
  }
}
