package io.helyos.cli.event;

import io.helyos.cli.output.Documents;
import io.helyos.cli.output.Paint;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.stream.EventQuery;
import io.helyos.client.stream.StreamNews;
import io.helyos.client.stream.StreamNews.Disconnected;
import io.helyos.client.stream.StreamNews.Ended;
import io.helyos.client.stream.StreamNews.Happened;
import io.helyos.client.stream.StreamNews.Reconnected;
import io.helyos.contract.resource.EventResource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The journal as it is written. A lost connection is mended without a gap and said on stderr.
@Command(
    name = "events",
    description = "Follow what happens in the cluster.",
    footer = {
      "%nExamples:",
      "  helyos events -f -p shop",
      "  helyos events --since 10m",
      "  helyos events --after 0 --json"
    })
public final class EventsCommand implements Callable<Integer> {
  private static final Duration LONG = Duration.ofHours(1);

  private final Shell shell;

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Only this project.")
  Optional<String> project = Optional.empty();

  @Option(names = "--pod", paramLabel = "POD", description = "Only this pod.")
  Optional<String> pod = Optional.empty();

  @Option(names = "--node", paramLabel = "NODE", description = "Only this node.")
  Optional<String> node = Optional.empty();

  @Option(
      names = "--after",
      paramLabel = "OFFSET",
      description = "Begin after this event; 0 is the beginning.")
  Optional<Long> after = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Begin at 10m, a time such as 2026-01-31T12:00:00Z, or the id of a change, and go on.")
  Optional<String> since = Optional.empty();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with new events; that is the default.")
  boolean follow;

  public EventsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    var query = EventQuery.ofProject(project).ofPod(pod).ofNode(node).after(after).since(since);
    try (var stream = shell.client().events(query)) {
      while (!shell.out().checkError()) {
        var news = stream.poll(LONG);
        if (news != null) print(news);
      }
    }
    return ExitCode.DONE;
  }

  private void print(StreamNews news) {
    switch (news) {
      case Happened(var event) -> shell.out().println(text(event));
      case Disconnected(var reason) ->
          shell.err().println("Connection lost (" + SafeText.line(reason) + "), trying again.");
      case Reconnected(var complete) ->
          shell
              .err()
              .println(
                  complete
                      ? "Connected again."
                      : "Connected again; some events may be missing here.");
      case Ended(var failure) -> throw failure;
    }
  }

  private String text(EventResource event) {
    if (shell.options().json()) return Documents.compact(event);
    var paint = Paint.ofOut(shell.terminal());
    return paint.dim(event.timestamp().toString())
        + "  "
        + SafeText.line(EventText.subject(event) + "  " + event.action() + "  " + event.message());
  }
}
