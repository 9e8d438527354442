package io.helyos.model.port;

import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// A container engine on one machine. Every call is safe to repeat, none blocks its caller, and
/// each fails with a [RuntimeFailure] that says of what kind it is.
///
/// A failure of kind [RuntimeFailure.Kind#UNKNOWN_OUTCOME] proves nothing: what was asked for may
/// have happened. Look before acting again.
public interface ContainerRuntime extends AutoCloseable {
  /// Name, version, capacity and architecture of the engine. Also the sign that it answers at all.
  CompletionStage<EngineDescription> describe();

  /// Creates a container without starting it; completes with its id. Fails with NAME_TAKEN when
  /// that name exists, IMAGE_MISSING when the image is not on the machine, INVALID when the engine
  /// refuses the specification, NOT_FOUND when the container whose network it shares is not there.
  CompletionStage<String> create(ContainerSpec spec);

  /// Starts a created or exited container; does nothing when it runs. Fails with NOT_FOUND, also
  /// when the container whose network it shares is not there or does not run, PORT_TAKEN when a
  /// host port is held by somebody else, INVALID when the process cannot be executed.
  CompletionStage<Void> start(String container);

  /// Sends the signal, waits for the grace, then kills. Does nothing to a container that is not
  /// running; fails with NOT_FOUND when there is none.
  CompletionStage<Void> stop(String container, String signal, Duration grace);

  /// Removes a container and its anonymous volumes, killing it when it runs. Succeeds when there is
  /// none.
  CompletionStage<Void> remove(String container);

  /// Gives a container another name. Does nothing when it has that name; fails with NOT_FOUND, and
  /// with NAME_TAKEN when another container has it.
  CompletionStage<Void> rename(String container, String name);

  /// Runs a command in a running container and waits for its end, at most for this long. Fails with
  /// NOT_FOUND, with INVALID when the container does not run or the command cannot be executed, and
  /// with UNKNOWN_OUTCOME when the time is over.
  CompletionStage<ExecResult> exec(String container, List<String> command, Duration timeout);

  /// Begins a command in a running container, to be talked with. Fails with NOT_FOUND, and with
  /// INVALID when the container does not run. A command that cannot be executed may also be begun,
  /// say so on its output, and end with an exit code above 125.
  CompletionStage<ExecSession> openExec(String container, ExecRequest request);

  /// Files out of a container, as a tar archive whose entries begin with the name of what was asked
  /// for: pieces of at most 64 KiB for one subscriber, who reads or cancels them. Links are not
  /// followed. Fails with NOT_FOUND when there is no such container or nothing at that path.
  CompletionStage<Flow.Publisher<byte[]>> readFiles(String container, String path);

  /// Unpacks a tar archive into a directory of a container, over what is there. The archive is not
  /// asked for before it is certain that it may be: fails with NOT_FOUND when there is no such
  /// container or directory, with INVALID when it is none, or one that cannot be written to. What
  /// was unpacked before a failure stays.
  CompletionStage<Void> writeFiles(
      String container, String directory, Flow.Publisher<byte[]> archive);

  /// A container by id or name, empty when there is none.
  CompletionStage<Optional<ContainerState>> inspect(String container);

  /// All containers, running or not, that carry these labels.
  CompletionStage<List<ContainerState>> list(Map<String, String> labels);

  /// What a container has written. Ends when the container does, unless [LogQuery#follow] is off,
  /// then at once. Honours back-pressure; cancelling the subscription frees all that it held.
  Flow.Publisher<LogLine> logs(String container, LogQuery query);

  /// Life events of containers that carry these labels, from an instant on (as far back as the
  /// engine remembers), live. A hint and no log: it ends with an error when the engine goes away,
  /// and events in between are lost. Subscribe, then list, then compare.
  Flow.Publisher<ContainerEvent> events(Map<String, String> labels, Instant since);

  /// Makes the image available as the policy says; completes with its digest or id. Fails with
  /// PULL_FAILED and the registry's words, or IMAGE_MISSING under [PullPolicy#NEVER]. The image of
  /// [io.helyos.model.template.Holder] is made here, and asked of no registry.
  CompletionStage<String> pull(String image, PullPolicy policy);

  /// Makes sure that a bridge network of this name exists.
  CompletionStage<Void> ensureNetwork(String name, Map<String, String> labels);

  /// Removes a network that nobody uses; leaves it alone otherwise.
  CompletionStage<Void> removeNetwork(String name);

  @Override
  void close();
}
