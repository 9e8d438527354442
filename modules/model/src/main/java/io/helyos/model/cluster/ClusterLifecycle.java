package io.helyos.model.cluster;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.Merge;
import io.helyos.model.Rejection;
import io.helyos.model.Undo;
import io.helyos.model.cluster.Cluster.Founded;
import io.helyos.model.cluster.Cluster.Unfounded;
import io.helyos.model.cluster.ClusterCommand.ChooseNodeTimeout;
import io.helyos.model.cluster.ClusterCommand.ChooseScheduler;
import io.helyos.model.cluster.ClusterCommand.ConfirmLosses;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.IssueToken;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.model.cluster.ClusterCommand.RequestRestore;
import io.helyos.model.cluster.ClusterCommand.RequestUndo;
import io.helyos.model.cluster.ClusterCommand.RevokeToken;
import io.helyos.model.cluster.ClusterEffect.EnsureBack;
import io.helyos.model.cluster.ClusterEffect.EnsureLost;
import io.helyos.model.cluster.ClusterEvent.ClusterConfigured;
import io.helyos.model.cluster.ClusterEvent.ClusterFounded;
import io.helyos.model.cluster.ClusterEvent.NodesHeld;
import io.helyos.model.cluster.ClusterEvent.NodesLost;
import io.helyos.model.cluster.ClusterEvent.NodesReturned;
import io.helyos.model.cluster.ClusterEvent.RestoreRequested;
import io.helyos.model.cluster.ClusterEvent.TokenIssued;
import io.helyos.model.cluster.ClusterEvent.TokenRevoked;
import io.helyos.model.cluster.ClusterEvent.UndoRequested;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the cluster does with each command.
public final class ClusterLifecycle
    implements Decider<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> {
  @Override
  public Cluster initial() {
    return new Unfounded();
  }

  @Override
  public Decision<ClusterEvent> decide(Cluster cluster, ClusterCommand command, Instant now) {
    return switch (cluster) {
      case Unfounded() when command instanceof Found(var id) -> accept(new ClusterFounded(id));
      case Unfounded() ->
          reject(
              new Rejection(Rejection.Kind.UNAVAILABLE, "The cluster has not been founded yet."));
      case Founded founded -> ofFounded(founded, command, now);
    };
  }

  private static Decision<ClusterEvent> ofFounded(
      Founded cluster, ClusterCommand command, Instant now) {
    return switch (command) {
      case Found _ -> unchanged();
      case IssueToken(_, var name, _, _) when cluster.named(name).isPresent() ->
          reject(
              Rejection.conflict(
                  "There is a token named %s. Revoke it first, or choose another name."
                      .formatted(name)));
      case IssueToken(var id, var name, var hash, var expiresAt) ->
          accept(new TokenIssued(new Token(id, name, hash, now, expiresAt, Optional.empty())));
      case RevokeToken(var name) ->
          cluster
              .named(name)
              .map(token -> accept((ClusterEvent) new TokenRevoked(token.id(), name, now)))
              .orElseGet(
                  () -> reject(Rejection.notFound("There is no token named %s.".formatted(name))));
      case ReportSilence report -> Silence.reported(cluster.losses(), report);
      case ChooseScheduler choice -> Configuring.scheduler(cluster, choice);
      case ChooseNodeTimeout choice -> Configuring.nodeTimeout(cluster, choice);
      case ConfirmLosses confirm -> Silence.confirmed(cluster.losses(), confirm);
      case RequestUndo(var change, var steps) -> accept(new UndoRequested(change, steps));
      case RequestRestore(var project, var at, var steps) ->
          accept(new RestoreRequested(project, at, steps));
    };
  }

  @Override
  public Cluster evolve(Cluster cluster, ClusterEvent event) {
    return switch (cluster) {
      case Unfounded() when event instanceof ClusterFounded(var id) ->
          new Founded(id, Map.of(), Optional.empty(), Optional.empty());
      case Unfounded() ->
          throw new IllegalStateException("%s cannot follow Unfounded".formatted(event));
      case Founded founded -> evolveFounded(founded, event);
    };
  }

  private static Cluster evolveFounded(Founded cluster, ClusterEvent event) {
    return switch (event) {
      case ClusterFounded _ ->
          throw new IllegalStateException("%s cannot follow %s".formatted(event, cluster));
      case TokenIssued(var token) -> cluster.with(token);
      case TokenRevoked(var id, _, var at) -> {
        var token = cluster.tokens().get(id);
        if (token == null) throw new IllegalStateException("%s has no token".formatted(event));
        yield cluster.with(token.revoked(at));
      }
      case ClusterConfigured(_, var config) -> cluster.with(config);
      case NodesLost(var nodes) -> cluster.with(cluster.losses().losing(nodes));
      case NodesHeld(var nodes) -> cluster.with(cluster.losses().holding(nodes));
      case NodesReturned(var nodes) -> cluster.with(cluster.losses().returning(nodes));
      // What follows from these changes other entities; here they only are in the books.
      case UndoRequested _, RestoreRequested _ -> cluster;
    };
  }

  @Override
  public Set<ClusterEffect> effects(Cluster cluster) {
    if (!(cluster instanceof Founded founded)) return Set.of();
    var losses = founded.losses();
    return losses.times().entrySet().stream()
        .map(loss -> effect(losses, loss.getKey(), loss.getValue()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ClusterEffect effect(Losses losses, String node, int time) {
    return losses.lost().contains(node) ? new EnsureLost(node, time) : new EnsureBack(node, time);
  }

  @Override
  public Cluster without(Merge<Cluster> change) {
    return change.before() instanceof Founded was
            && change.after() instanceof Founded became
            && change.now() instanceof Founded is
        ? merged(change.as(was, became, is))
        : change.before();
  }

  private static Founded merged(Merge<Founded> change) {
    var now = change.now();
    var changed = change.before().gone().equals(change.after().gone()) ? now : change.before();
    var config =
        new ClusterConfig(
            change.field("scheduler", cluster -> cluster.config().scheduler()),
            change.field("node-timeout", cluster -> cluster.config().nodeTimeout()));
    return new Founded(
        now.id(),
        change.entries("tokens", Founded::tokens),
        changed.gone(),
        now.chosen().map(_ -> config));
  }

  @Override
  public Undo<ClusterCommand> inverse(Cluster before, Cluster after, Instant now) {
    if (!(before instanceof Founded was) || !(after instanceof Founded is)) {
      return new Undo.Impossible<>("A cluster is founded once.");
    }
    if (!was.config().equals(is.config())) return Configuring.back(was.config(), is.config());
    if (!was.losses().equals(is.losses())) {
      return new Undo.Impossible<>("A machine that was given up is back when it is heard of.");
    }
    return is.tokens().values().stream()
        .filter(token -> !was.tokens().containsKey(token.id()))
        .findFirst()
        .map(token -> Undo.<ClusterCommand>by(new RevokeToken(token.name())))
        .orElseGet(() ->
            new Undo.Impossible<>(
                "A revoked token stays revoked: its secret may be known. Make a new one."));
  }
}
