package io.helyos.daemon.cluster;

import io.helyos.persistence.cassandra.members.Member;
import io.helyos.persistence.cassandra.members.MemberTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.JoinSeedNodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way into the cluster of a shared journal. Whoever lives there already is joined; a new
/// cluster is begun only when nobody does, and by one daemon only: two clusters on one journal
/// would each believe that they are its only writer.
public final class Joining {
  private static final Logger LOG = LoggerFactory.getLogger(Joining.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration ANNOUNCE = Duration.ofSeconds(5);

  /// After the database was away all who live have announced themselves again by then.
  private static final Duration RETURN = ANNOUNCE.multipliedBy(2);

  private final ActorSystem<?> system;
  private final Cluster cluster;
  private final MemberTable table;
  private final String daemon;
  private final List<String> named;
  private final boolean isOpen;
  private final CompletableFuture<Void> joined = new CompletableFuture<>();
  private final long began = System.nanoTime();
  private List<String> asked = List.of();

  /// @param named `host:port` of daemons that the operator named
  /// @param isOpen whether others may join this daemon
  public Joining(
      ActorSystem<?> system, MemberTable table, String daemon, List<String> named, boolean isOpen) {
    this.system = system;
    this.cluster = Cluster.get(system);
    this.table = table;
    this.daemon = daemon;
    this.named = named;
    this.isOpen = isOpen;
  }

  /// Others use the journal, and there is no way to them.
  public static final class NoWay extends RuntimeException {
    private NoWay(String message) {
      super(message);
    }
  }

  /// Completes when this daemon is a member; fails with [NoWay].
  public CompletionStage<Void> begin() {
    look();
    return joined;
  }

  private void look() {
    if (cluster.selfMember().status().equals(MemberStatus.up())) {
      stay();
      return;
    }
    table
        .others(daemon)
        .thenCompose(this::approach)
        .whenComplete((_, failure) -> {
          var cause = failure == null ? null : failure.getCause();
          if (cause instanceof NoWay) joined.completeExceptionally(cause);
          else later(LOOK, this::look);
        });
  }

  private CompletionStage<Void> approach(List<Member> others) {
    var living = others.stream().filter(Member::isAlive).toList();
    requireWay(living);
    var seeds = new ArrayList<>(named);
    living.stream().map(Member::address).filter(at -> !seeds.contains(at)).forEach(seeds::add);
    seeds.remove(address());
    if (!seeds.isEmpty()) {
      join(seeds);
      return CompletableFuture.completedStage(null);
    }
    var waited = Duration.ofNanos(System.nanoTime() - began);
    if (!others.isEmpty() && waited.compareTo(RETURN) < 0) {
      return CompletableFuture.completedStage(null);
    }
    return table
        .mayFound(daemon)
        .thenAccept(may -> {
          if (may) cluster.manager().tell(Join.create(cluster.selfMember().address()));
        });
  }

  private void requireWay(List<Member> living) {
    Optional<Member> stranger =
        living.stream().filter(member -> !isOpen || member.address().isEmpty()).findFirst();
    if (stranger.isEmpty()) return;
    throw new NoWay(
        "Expected nobody else to use this keyspace, found daemon %s. To form a cluster, start each with --cluster-ca, --cluster-cert and --cluster-key (or, on one machine only, with --insecure-cluster); otherwise end that one, or choose another --cassandra-keyspace."
            .formatted(stranger.get().daemon()));
  }

  private void join(List<String> seeds) {
    if (seeds.equals(asked)) return;
    asked = seeds;
    LOG.info("Joining the cluster of {}", String.join(", ", seeds));
    cluster.manager().tell(new JoinSeedNodes(seeds.stream().map(this::parse).toList()));
  }

  private Address parse(String at) {
    var colon = at.lastIndexOf(':');
    return new Address(
        cluster.selfMember().address().protocol(),
        system.name(),
        at.substring(0, colon),
        Integer.parseInt(at.substring(colon + 1)));
  }

  private String address() {
    return cluster.selfMember().address().hostPort().replaceFirst("^.*@", "");
  }

  /// From now on others find this daemon, until it leaves.
  private void stay() {
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseBeforeClusterShutdown(),
            "withdraw-from-members",
            () -> table.withdraw(daemon).handle((_, _) -> Done.getInstance()));
    announce();
    joined.complete(null);
  }

  private void announce() {
    if (CoordinatedShutdown.get(system).getShutdownReason().isPresent()) return;
    table
        .announce(daemon, isOpen ? address() : "")
        .whenComplete((_, _) -> later(ANNOUNCE, this::announce));
  }

  private void later(Duration wait, Runnable task) {
    system.scheduler().scheduleOnce(wait, task, system.executionContext());
  }
}
