package io.helyos.cli.rollout;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.contract.resource.RevisionResource;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Revisions as a table.
final class RevisionView {
  private RevisionView() {}

  static View<RevisionResource> at(InstantSource clock) {
    return View.of(
        "revision",
        it -> Long.toString(it.revision()),
        List.of(
            Column.of("Revision", it -> Long.toString(it.revision())),
            Column.of("Status", RevisionView::status),
            Column.of("Image", RevisionResource::image),
            Column.of("Author", RevisionResource::author),
            Column.of("Change", RevisionResource::change),
            Column.passing(
                "Age",
                it ->
                    Optional.ofNullable(it.createdAt())
                        .map(made -> Ages.of(made, clock.instant()))
                        .orElse(""))),
        List.of(Column.of("Digest", RevisionView::digests)));
  }

  /// Of its own image first, then of each further container.
  private static String digests(RevisionResource of) {
    var others = of.digests().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue());
    return Stream.concat(Stream.of(of.digest()), others).collect(Collectors.joining(" ")).strip();
  }

  private static String status(RevisionResource of) {
    var word = of.completed() ? "completed" : "not completed";
    return of.current() ? "current, " + word : word;
  }
}
