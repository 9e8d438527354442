package io.helyos.persistence.cassandra.members;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Who is a member, as the database knows it.
public final class MemberTable {
  private static final String PROFILE = "helyos-journal";
  private static final String CONDITIONAL = "helyos-feed";

  /// The name of no daemon: whoever has this row may begin a cluster.
  private static final String FOUNDER = "#founder";

  private final CqlSession session;
  private final String keyspace;

  public MemberTable(CqlSession session, String keyspace) {
    this.session = session;
    this.keyspace = keyspace;
  }

  /// This daemon is a member now. To be said again every few seconds.
  public CompletionStage<Void> announce(String daemon, String address) {
    return run(
            PROFILE,
            "INSERT INTO %s.members (daemon, address, seen) VALUES (?, ?, toTimestamp(now()))",
            daemon,
            address)
        .thenAccept(_ -> {});
  }

  /// This daemon has left.
  public CompletionStage<Void> withdraw(String daemon) {
    return run(PROFILE, "DELETE FROM %s.members WHERE daemon = ?", daemon).thenAccept(_ -> {});
  }

  /// All others that are members, or were when they were last heard of.
  public CompletionStage<List<Member>> others(String daemon) {
    return run(PROFILE, "SELECT daemon, address, seen, toTimestamp(now()) FROM %s.members")
        .thenCompose(page -> rows(page, new ArrayList<>()))
        .thenApply(rows ->
            rows.stream()
                .map(MemberTable::member)
                .filter(member -> !member.daemon().equals(daemon))
                .filter(member -> !member.daemon().equals(FOUNDER))
                .toList());
  }

  /// Of all who ask within half a minute, one may begin a cluster.
  public CompletionStage<Boolean> mayFound(String daemon) {
    return run(
            CONDITIONAL,
            "INSERT INTO %s.members (daemon, address, seen) VALUES ('"
                + FOUNDER
                + "', ?, toTimestamp(now())) IF NOT EXISTS USING TTL 30",
            daemon)
        .thenApply(answer -> {
          if (answer.wasApplied()) return true;
          // It asked before, was answered too late or has died since: the right is still its own.
          var holder = answer.one();
          return holder != null && daemon.equals(holder.getString("address"));
        });
  }

  private CompletionStage<AsyncResultSet> run(String profile, String cql, Object... values) {
    return session.executeAsync(
        SimpleStatement.newInstance(cql.formatted(keyspace), values)
            .setExecutionProfileName(profile));
  }

  private static CompletionStage<List<Row>> rows(AsyncResultSet page, List<Row> all) {
    page.currentPage().forEach(all::add);
    return page.hasMorePages()
        ? page.fetchNextPage().thenCompose(next -> rows(next, all))
        : CompletableFuture.completedStage(all);
  }

  private static Member member(Row row) {
    var seen = Objects.requireNonNullElse(row.getInstant(2), Instant.EPOCH);
    var now = Objects.requireNonNull(row.getInstant(3));
    return new Member(
        Objects.requireNonNull(row.getString(0)),
        Objects.requireNonNullElse(row.getString(1), ""),
        Duration.between(seen, now));
  }
}
