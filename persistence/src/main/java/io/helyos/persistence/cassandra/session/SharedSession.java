package io.helyos.persistence.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.connectors.cassandra.CqlSessionProvider;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/// Gives Pekko's plugins the session that is open already. Named in `helyos-cassandra.conf`.
public final class SharedSession implements CqlSessionProvider {
  private final ActorSystem system;

  public SharedSession(ActorSystem system) {
    this.system = system;
  }

  @Override
  public Future<CqlSession> connect(ExecutionContext context) {
    return FutureConverters.asScala(CassandraStore.get(system).session());
  }
}
