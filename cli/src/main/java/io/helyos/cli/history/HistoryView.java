package io.helyos.cli.history;

import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.contract.resource.EventResource;
import java.util.List;

/// Events as a table.
final class HistoryView {
  static final View<EventResource> VIEW =
      View.of(
          "event",
          it -> it.entity() + "@" + it.sequence(),
          List.of(
              Column.of("Time", it -> it.time().toString()),
              Column.of("Action", EventResource::action),
              Column.of("By", EventResource::author),
              Column.of("Message", EventResource::message)),
          List.of(
              Column.of("Offset", it -> Long.toString(it.offset())),
              Column.of("Sequence", it -> Long.toString(it.sequence())),
              Column.of("Type", EventResource::type),
              Column.of("Change", EventResource::change),
              Column.of("Cause", EventResource::cause)));

  private HistoryView() {}
}
