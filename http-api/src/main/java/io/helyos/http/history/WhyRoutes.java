package io.helyos.http.history;

import io.helyos.contract.resource.WhyResource;
import io.helyos.http.events.EventShape;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.model.history.Significance;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Codec;
import io.helyos.orchestrator.history.Causes;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// The chain of causes that has made a pod or a deployment what it is.
public final class WhyRoutes {
  /// Among so many events there is a step, but for one who talks with a pod all day.
  private static final int NEWEST = 200;

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/pods/{pod}/why", call -> why(call, Subject.pod(call))),
        Route.get(
            "/api/v1/projects/{project}/deployments/{deployment}/why",
            call -> why(call, Subject.deployment(call))));
  }

  private static CompletionStage<HttpResponse> why(Call call, Subject subject) {
    var feed = call.core().feed();
    var before = Math.max(0, subject.sequence() - NEWEST);
    return feed.of(subject.entity(), before, NEWEST)
        .thenCompose(
            newest -> Causes.of(feed, subject.entity(), step(newest, subject, call.core().codec())))
        .thenApply(chain -> Answers.json(shape(call, subject, chain)));
  }

  private static long step(List<FeedRow> newest, Subject subject, Codec codec) {
    return newest.reversed().stream()
        .filter(row -> isStep(row, codec))
        .findFirst()
        .map(FeedRow::sequence)
        .orElse(subject.sequence());
  }

  /// What a newer build has written may be anything.
  private static boolean isStep(FeedRow row, Codec codec) {
    var recorded = row.recorded();
    try {
      return Significance.isStep(
          codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes())));
    } catch (Codec.UnknownEventException newer) {
      return true;
    }
  }

  private static WhyResource shape(Call call, Subject subject, List<FeedRow> chain) {
    return new WhyResource(
        subject.entity().toString(),
        chain.stream().map(row -> EventShape.of(row, call.view(), call.core().codec())).toList());
  }
}
