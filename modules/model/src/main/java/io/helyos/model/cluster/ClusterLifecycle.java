package io.helyos.model.cluster;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.Undo;
import io.helyos.model.cluster.Cluster.Founded;
import io.helyos.model.cluster.Cluster.Unfounded;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.IssueToken;
import io.helyos.model.cluster.ClusterCommand.RevokeToken;
import io.helyos.model.cluster.ClusterEvent.ClusterFounded;
import io.helyos.model.cluster.ClusterEvent.TokenIssued;
import io.helyos.model.cluster.ClusterEvent.TokenRevoked;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    };
  }

  @Override
  public Cluster evolve(Cluster cluster, ClusterEvent event) {
    return switch (cluster) {
      case Unfounded() when event instanceof ClusterFounded(var id) -> new Founded(id, Map.of());
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
    };
  }

  @Override
  public Set<ClusterEffect> effects(Cluster cluster) {
    return Set.of();
  }

  @Override
  public Undo<ClusterCommand> inverse(Cluster before, Cluster after, Instant now) {
    if (!(before instanceof Founded was) || !(after instanceof Founded is)) {
      return new Undo.Impossible<>("A cluster is founded once.");
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
