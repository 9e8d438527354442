package io.helyos.cli.pod;

import io.helyos.cli.output.AtOption;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.PodResource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One pod with all that explains its status: two requests, so the events may be a moment newer.
@Command(
    name = "pod",
    description = "Tell all about a pod.",
    footer = {
      "%nExamples:",
      "  helyos describe pod helyos-shop-api-0",
      "  helyos describe pod api-0 -p shop"
    })
public final class DescribePodCommand implements Callable<Integer> {
  /// As many as a person reads.
  private static final int EVENTS = 10;

  private final Shell shell;

  @Parameters(paramLabel = "POD", description = "helyos-shop-api-0, or api-0 of the project.")
  String name = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "For the short name.")
  Optional<String> project = Optional.empty();

  @Mixin OutputOption output = new OutputOption();

  @Mixin AtOption at = new AtOption();

  public DescribePodCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var client = at.on(shell.client());
    var pod = find(client);
    if (output.format(shell) == OutputFormat.TABLE) {
      // Events have a history of their own.
      var events = at.isGiven() ? List.<EventResource>of() : events(client, pod);
      new PodDescription(shell).print(pod, events);
    } else {
      output.printer(shell).one(PodView.at(shell.clock()), pod);
    }
    return ExitCode.DONE;
  }

  private PodResource find(HelyosClient client) {
    try {
      return client.pod(name);
    } catch (RequestRefused e) {
      if (e.kind() != FailureKind.NOT_FOUND || name.startsWith("helyos-")) throw e;
      return client.pod("helyos-" + shell.project(project) + "-" + name);
    }
  }

  /// A daemon of an older version does not tell them.
  private static List<EventResource> events(HelyosClient client, PodResource pod) {
    try {
      return client.podEvents(pod.name(), EVENTS);
    } catch (RequestRefused e) {
      if (e.kind() != FailureKind.NOT_FOUND) throw e;
      return List.of();
    }
  }
}
