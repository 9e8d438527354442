package io.helyos.orchestrator;

import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import io.helyos.model.port.Codec;
import io.helyos.model.port.Feed;
import io.helyos.model.view.View;
import io.helyos.orchestrator.access.ContainerAccess;
import io.helyos.orchestrator.logs.ContainerLogs;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The core as the front doors see it. All methods are safe for any thread and none blocks.
public interface Orchestrator {
  /// Sends a command of the model to its entity. Completes when everything that follows from it is
  /// durable and shown by this daemon's view; fails with [Unavailable] when the journal does not
  /// answer in time, and then the command may or may not have been taken.
  CompletionStage<Answer> execute(EntityId entity, Object command, Request request);

  View view();

  /// Completes when the view has seen this event of the entity; fails with [Unavailable] when it
  /// does not within the time that a reader should wait.
  CompletionStage<Void> seen(EntityId entity, long sequence);

  Feed feed();

  Codec codec();

  ContainerLogs logs();

  ContainerAccess access();

  /// Whether the journal is open, the view is loaded and the own engine has been listed.
  boolean isReady();

  /// Where the API of the daemon is that commands a node; empty for the nodes of this daemon, and
  /// for those of daemons that were never heard of.
  Optional<String> elsewhere(String node);

  /// Why nothing can be begun on a node: its engine does not answer its agent, or its daemon does
  /// not answer this one.
  Optional<String> trouble(String node);

  /// For how long this daemon has seen no sign of life of a node; counted from its own start at
  /// most.
  Duration silence(String node);

  /// The name of this daemon, which is the name of its node.
  String daemon();

  /// The journal or an entity did not answer.
  final class Unavailable extends RuntimeException {
    public Unavailable(String message) {
      super(message);
    }
  }
}
