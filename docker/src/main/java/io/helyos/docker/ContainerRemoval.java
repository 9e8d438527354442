package io.helyos.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A container is gone afterwards, with its anonymous volumes, whoever removed it.
final class ContainerRemoval {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private ContainerRemoval() {}

  static @Nullable Void run(EngineConnection engine, String container) {
    while (!isGone(engine, container)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return null;
  }

  /// False while somebody else removes it. It is asked for again, because theirs may fail and leave
  /// it, and because the engine's `wait` for a removal is not told of one that ends as it begins.
  ///
  /// @throws ConflictException when it cannot be removed, or nobody waits for it any more
  private static boolean isGone(EngineConnection engine, String container) {
    try {
      engine.calls().removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
      return true;
    } catch (NotFoundException e) {
      return true;
    } catch (ConflictException e) {
      if (isUnderWay(e) && !Thread.currentThread().isInterrupted()) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isUnderWay(ConflictException refusal) {
    return String.valueOf(refusal.getMessage()).contains("already in progress");
  }
}
