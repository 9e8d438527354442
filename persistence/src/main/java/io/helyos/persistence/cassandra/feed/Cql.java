package io.helyos.persistence.cassandra.feed;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Statements, each prepared once. `KS` in a statement stands for the keyspace.
public final class Cql {
  private static final String READING = "helyos-journal";
  private static final String APPENDING = "helyos-feed";

  private final Supplier<CompletionStage<CqlSession>> session;
  private final String keyspace;
  private final Map<String, PreparedStatement> prepared = new ConcurrentHashMap<>();

  public Cql(Supplier<CompletionStage<CqlSession>> session, String keyspace) {
    this.session = session;
    this.keyspace = keyspace;
  }

  /// Something that has the same effect however often it is done.
  public CompletionStage<AsyncResultSet> run(String statement, Object... values) {
    return run(READING, statement, values);
  }

  /// Something that only has an effect under a condition.
  CompletionStage<AsyncResultSet> attempt(String statement, Object... values) {
    return run(APPENDING, statement, values);
  }

  /// All rows, however many pages they are.
  CompletionStage<List<Row>> rows(String statement, Object... values) {
    return run(READING, statement, values).thenCompose(page -> collect(page, new ArrayList<>()));
  }

  private static CompletionStage<List<Row>> collect(AsyncResultSet page, List<Row> rows) {
    page.currentPage().forEach(rows::add);
    return page.hasMorePages()
        ? page.fetchNextPage().thenComposeAsync(next -> collect(next, rows))
        : CompletableFuture.completedStage(rows);
  }

  private CompletionStage<AsyncResultSet> run(String profile, String statement, Object... values) {
    return session
        .get()
        .thenCompose(open ->
            statement(open, profile, statement)
                .thenCompose(ready -> open.executeAsync(ready.bind(values))));
  }

  private CompletionStage<PreparedStatement> statement(
      CqlSession open, String profile, String statement) {
    var known = prepared.get(statement);
    if (known != null) return CompletableFuture.completedStage(known);
    var simple =
        SimpleStatement.newInstance(statement.replace("KS.", keyspace + "."))
            .setExecutionProfileName(profile);
    return open.prepareAsync(simple)
        .thenApply(ready -> {
          prepared.put(statement, ready);
          return ready;
        });
  }
}
