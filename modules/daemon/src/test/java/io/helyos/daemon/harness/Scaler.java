package io.helyos.daemon.harness;

import io.helyos.daemon.harness.Acknowledgements.Acknowledged;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A client that scales one deployment again and again, each time to another count and under a new
/// key, until the daemon dies under it.
public final class Scaler {
  private final String project;
  private final String deployment;
  private final int most;
  private final Random random;
  private final Acknowledgements log;
  private int commands;
  private volatile boolean asking;
  private volatile boolean enough;
  private int replicas;
  private @Nullable String cutKey;

  /// @param replicas that the deployment has now
  public Scaler(
      String project,
      String deployment,
      int replicas,
      int most,
      Random random,
      Acknowledgements log) {
    this.project = project;
    this.deployment = deployment;
    this.replicas = replicas;
    this.most = most;
    this.random = random;
    this.log = log;
  }

  /// Goes on until a request gets no answer.
  public Thread start(Api api) {
    cutKey = null;
    enough = false;
    return Thread.ofVirtual().start(() -> scale(api));
  }

  private void scale(Api api) {
    while (!enough) {
      replicas = other();
      var key = "%s-%d".formatted(deployment, ++commands);
      try {
        asking = true;
        acknowledged(key, api.scale(project, deployment, replicas, key).ok());
      } catch (IOException cut) {
        cutKey = key;
        return;
      } finally {
        asking = false;
      }
    }
  }

  private int other() {
    return (replicas + 1 + random.nextInt(most)) % (most + 1);
  }

  private void acknowledged(String key, Api.Reply reply) {
    log.write(new Acknowledged(key, replicas, reply.change(), reply.mark()));
  }

  /// Repeats the request that was cut off; the answer is the same, however often it is asked for.
  public Api.Reply repeat(Api api) {
    var key = cutKey().orElseThrow();
    try {
      var reply = api.scale(project, deployment, replicas, key).ok();
      acknowledged(key, reply);
      return reply;
    } catch (IOException e) {
      throw new AssertionError("The daemon went away again", e);
    }
  }

  /// The key of the request that got no answer.
  public Optional<String> cutKey() {
    return Optional.ofNullable(cutKey);
  }

  public void enough() {
    enough = true;
  }

  public boolean isAsking() {
    return asking;
  }

  public String deployment() {
    return deployment;
  }

  /// What the deployment was last asked to have.
  public int replicas() {
    return replicas;
  }
}
