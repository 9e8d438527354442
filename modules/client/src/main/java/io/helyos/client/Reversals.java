package io.helyos.client;

import io.helyos.client.http.Call;
import io.helyos.client.http.Route;
import io.helyos.contract.resource.ReversalResource;

/// Changes that are taken back and projects that become what they were: first the plan, then, with
/// the tag that it came with, the same carried out.
public final class Reversals {
  private final HelyosClient client;

  Reversals(HelyosClient client) {
    this.client = client;
  }

  /// A plan.
  ///
  /// @param tag stands for what it looks like
  public record Offer(ReversalResource plan, String tag) {}

  /// How a change would be taken back.
  public Offer undo(String change) {
    return offer(undoRoute(change));
  }

  /// Takes it back, if the plan is still the one with this tag.
  public Change<ReversalResource> undo(String change, String tag) {
    return client.change(Call.post(undoRoute(change)).onlyIf(tag), ReversalResource.class);
  }

  /// How a project would become what it was.
  ///
  /// @param at a time, a duration ago, or the id of a change
  public Offer restore(String project, String at) {
    return offer(restoreRoute(project, at));
  }

  /// Makes it what it was, if the plan is still the one with this tag.
  public Change<ReversalResource> restore(String project, String at, String tag) {
    return client.change(Call.post(restoreRoute(project, at)).onlyIf(tag), ReversalResource.class);
  }

  private Offer offer(Route route) {
    var answer = client.ask(route);
    return new Offer(client.read(answer, ReversalResource.class), answer.tag().orElse("*"));
  }

  private static Route undoRoute(String change) {
    return Route.api("changes", change, "undo");
  }

  private static Route restoreRoute(String project, String at) {
    return Route.api("projects", project, "restore").with("at", at);
  }
}
