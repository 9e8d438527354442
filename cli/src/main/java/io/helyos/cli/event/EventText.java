package io.helyos.cli.event;

import io.helyos.contract.resource.EventResource;

/// Words for an event that all commands share.
public final class EventText {
  private EventText() {}

  /// What it happened to, as other commands take it. Only the name of a deployment does not tell
  /// its project by itself.
  public static String subject(EventResource event) {
    var project = event.kind().equals("deployment") && !event.project().isEmpty();
    return event.kind() + "/" + (project ? event.project() + "/" : "") + event.name();
  }
}
