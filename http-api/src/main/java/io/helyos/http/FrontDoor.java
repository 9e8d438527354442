package io.helyos.http;

import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.http.access.Guard;
import io.helyos.http.edge.Bodies;
import io.helyos.http.edge.Gate;
import io.helyos.http.edge.RequestIds;
import io.helyos.http.edge.TimeLimit;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.RequestPath;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Access;
import io.helyos.http.exchange.Router;
import io.helyos.http.exchange.Router.Match;
import io.helyos.http.metrics.HttpMetrics;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.refused.RefusalLog;
import io.helyos.http.writes.ReadMarks;
import io.helyos.model.cluster.Token;
import io.helyos.orchestrator.Orchestrator;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// The steps that every request takes: edge, route, readiness, token, query, body, handler.
final class FrontDoor {
  private final Supplier<Optional<Orchestrator>> core;
  private final Gate gate;
  private final Router router;
  private final Guard guard;
  private final Bodies bodies;
  private final HttpMetrics metrics;
  private final RefusalLog refused;

  FrontDoor(
      Supplier<Optional<Orchestrator>> core,
      Gate gate,
      Router router,
      Guard guard,
      Bodies bodies,
      HttpMetrics metrics,
      RefusalLog refused) {
    this.core = core;
    this.gate = gate;
    this.router = router;
    this.guard = guard;
    this.bodies = bodies;
    this.metrics = metrics;
    this.refused = refused;
  }

  CompletionStage<HttpResponse> answer(HttpRequest request) {
    var id = RequestIds.next();
    var began = System.nanoTime();
    TimeLimit.set(request, id);
    var visit = new Visit(id);
    CompletionStage<HttpResponse> answer;
    try {
      answer = visit.take(request);
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedStage(e);
    }
    return answer
        .exceptionally(failure -> refused(request, visit, Failures.refusal(failure, id)))
        .thenApply(response -> {
          metrics.answered(
              request.method().name(),
              visit.route,
              response.status().intValue(),
              Duration.ofNanos(System.nanoTime() - began));
          return response;
        });
  }

  private HttpResponse refused(HttpRequest request, Visit visit, Refusal refusal) {
    refused.note(request, visit.route, visit.caller, refusal.problem());
    return Answers.problem(refusal, visit.id);
  }

  /// One request on its way, with the route and the caller as soon as they are known.
  private final class Visit {
    private final String id;
    private Optional<Route> route = Optional.empty();
    private Optional<Token> caller = Optional.empty();

    Visit(String id) {
      this.id = id;
    }

    CompletionStage<HttpResponse> take(HttpRequest request) {
      gate.check(request);
      // The library has decoded its own copy of the path already; this one is as it was sent.
      var target = request.getHeader("Raw-Request-URI").map(HttpHeader::value).orElse("/");
      var path = RequestPath.parse(target);
      var match = router.find(request.method().name(), path);
      route = Optional.of(match.route());
      var running = core.get().filter(Orchestrator::isReady);
      if (running.isEmpty() && match.route().access() != Access.ALWAYS) throw starting();
      if (match.route().access() == Access.TOKEN) {
        caller = running.map(up -> guard.admit(request, up.view()));
      }
      var query = Query.parse(path.query(), match.route().query());
      return bodies
          .take(request, match.route().body())
          .thenCompose(body ->
              handle(
                  match,
                  new Call(
                      request,
                      id,
                      target,
                      match.names(),
                      query,
                      caller,
                      body.format(),
                      body.bytes(),
                      running,
                      Optional.empty())));
    }

    /// A read waits for the write that it must see.
    private CompletionStage<HttpResponse> handle(Match match, Call call) {
      var mark = call.header(ChangeAnswer.AFTER_HEADER);
      if (mark.isEmpty() || !call.method().equals("GET") || call.caller().isEmpty()) {
        return match.route().handler().handle(call);
      }
      return ReadMarks.await(call.core(), mark.get())
          .thenCompose(_ -> match.route().handler().handle(call));
    }
  }

  private static Refusal starting() {
    return Refusal.of(
        ProblemKind.STARTING, "The daemon is reading its journal. Try again in a moment.");
  }
}
