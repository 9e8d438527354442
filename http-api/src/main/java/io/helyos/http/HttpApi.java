package io.helyos.http;

import com.typesafe.config.Config;
import io.helyos.http.access.Guard;
import io.helyos.http.access.TokenUse;
import io.helyos.http.audit.AuditRoutes;
import io.helyos.http.cluster.ConfigRoutes;
import io.helyos.http.compare.BlameRoutes;
import io.helyos.http.compare.DiffRoutes;
import io.helyos.http.daemon.AuthorityRoute;
import io.helyos.http.daemon.DaemonRoutes;
import io.helyos.http.deployments.DeploymentRoutes;
import io.helyos.http.edge.Bodies;
import io.helyos.http.edge.Gate;
import io.helyos.http.edge.SourceLimit;
import io.helyos.http.endpoints.EndpointRoutes;
import io.helyos.http.events.EventRoutes;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Access;
import io.helyos.http.exchange.Router;
import io.helyos.http.exchange.Streams;
import io.helyos.http.exec.ExecRoutes;
import io.helyos.http.files.FileRoutes;
import io.helyos.http.history.HistoryRoutes;
import io.helyos.http.history.PastReads;
import io.helyos.http.history.WhyRoutes;
import io.helyos.http.logs.LogRoutes;
import io.helyos.http.logs.NodeLogRoutes;
import io.helyos.http.metrics.HttpMetrics;
import io.helyos.http.metrics.MetricsRoute;
import io.helyos.http.nodes.NodeRoutes;
import io.helyos.http.pods.PodRoutes;
import io.helyos.http.projects.ProjectRoutes;
import io.helyos.http.refused.RefusalLog;
import io.helyos.http.refused.RefusedRoute;
import io.helyos.http.rollouts.RolloutRoutes;
import io.helyos.http.tls.Certificates;
import io.helyos.http.tokens.TokenRoutes;
import io.helyos.http.undo.RestoreRoutes;
import io.helyos.http.undo.UndoRoutes;
import io.helyos.http.usage.UsageRoutes;
import io.helyos.http.writes.Writes;
import io.helyos.orchestrator.Orchestrator;
import io.helyos.orchestrator.audit.SigningKey;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.ConnectionContext;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.HttpsConnectionContext;
import org.apache.pekko.http.javadsl.settings.ServerSettings;

/// The native API of a daemon. May be started before the core: until that is there, everything but
/// `/health` is answered with 503.
public final class HttpApi {
  private final ActorSystem<?> system;
  private final HttpSettings settings;
  private final FrontDoor door;
  private final Router router;

  /// @param core the core, as soon as there is one
  /// @param key that checkpoints of the journal are signed with
  public HttpApi(
      ActorSystem<?> system,
      Supplier<Optional<Orchestrator>> core,
      HttpSettings settings,
      SigningKey key) {
    this(system, core, settings, key, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  /// @param registry figures of other parts of the daemon, to be shown at `/metrics` too
  public HttpApi(
      ActorSystem<?> system,
      Supplier<Optional<Orchestrator>> core,
      HttpSettings settings,
      SigningKey key,
      PrometheusMeterRegistry registry) {
    this.system = system;
    this.settings = settings;
    var clock = InstantSource.system();
    var use = new TokenUse();
    this.router = new Router(routes(system, settings, key, registry, clock, use));
    this.door =
        new FrontDoor(
            core,
            new Gate(settings.names()),
            router,
            new Guard(clock, use),
            new Bodies(system, settings.bodyPatience()),
            new HttpMetrics(registry),
            new RefusalLog(system, core, clock));
  }

  public CompletionStage<Bound> start() {
    var server =
        Http.get(system)
            .newServerAt(settings.host(), settings.port())
            .withSettings(server(system.settings().config()));
    var scheme = settings.certificates().isPresent() ? "https" : "http";
    return settings
        .certificates()
        .map(certificates -> server.enableHttps(encrypted(certificates)))
        .orElse(server)
        .bindFlow(new SourceLimit(settings.connectionsPerSource()).flow(door::answer))
        .thenApply(binding -> new Bound(binding, scheme));
  }

  private static HttpsConnectionContext encrypted(Certificates certificates) {
    return ConnectionContext.httpsServer(() -> {
      var engine = certificates.context().createSSLEngine();
      engine.setUseClientMode(false);
      return engine;
    });
  }

  /// Every operation, for comparison with its description.
  public List<Route> routes() {
    return router.routes();
  }

  /// The settings of the HTTP server that this module brings, over those of the library.
  private static ServerSettings server(Config config) {
    return ServerSettings.create(
        config.getConfig("helyos.http").atPath("pekko.http").withFallback(config));
  }

  private static List<Route> routes(
      ActorSystem<?> system,
      HttpSettings settings,
      SigningKey key,
      PrometheusMeterRegistry registry,
      InstantSource clock,
      TokenUse use) {
    var writes = new Writes(clock);
    var streams =
        new Streams(settings.heartbeat(), settings.streamPatience(), settings.streamsPerToken());
    var scraping = settings.isLoopback() ? Access.OPEN : Access.TOKEN;
    return Stream.of(
            new DaemonRoutes(settings.version()).routes(),
            new AuthorityRoute(settings.certificates()).routes(),
            new MetricsRoute(registry, scraping).routes(),
            new TokenRoutes(writes, use).routes(),
            new ProjectRoutes(writes).routes(),
            new DeploymentRoutes(writes).routes(),
            new RolloutRoutes(writes).routes(),
            new LogRoutes(system, streams, clock).routes(),
            new NodeLogRoutes(streams).routes(),
            new EndpointRoutes(streams).routes(),
            new PodRoutes().routes(),
            new ExecRoutes(system, writes, streams).routes(),
            new FileRoutes(system, writes, streams).routes(),
            new NodeRoutes(writes).routes(),
            new ConfigRoutes(writes).routes(),
            new EventRoutes(streams, clock).routes(),
            new UndoRoutes(writes).routes(),
            new RestoreRoutes(writes).routes(),
            past(system, key, clock))
        .flatMap(List::stream)
        .map(new PastReads(clock)::over)
        .toList();
  }

  /// What is only asked of the journal.
  private static List<Route> past(ActorSystem<?> system, SigningKey key, InstantSource clock) {
    return Stream.of(
            new HistoryRoutes(system, clock).routes(),
            new WhyRoutes().routes(),
            new DiffRoutes(clock).routes(),
            new BlameRoutes().routes(),
            new UsageRoutes(clock).routes(),
            new AuditRoutes(key, clock).routes(),
            new RefusedRoute(clock).routes())
        .flatMap(List::stream)
        .toList();
  }
}
