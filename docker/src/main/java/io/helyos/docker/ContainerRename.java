package io.helyos.docker;

import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.jspecify.annotations.Nullable;

/// A new name for a container. Engines refuse one that it has already, in words that differ from
/// version to version: so after a refusal it is looked at.
final class ContainerRename {
  private ContainerRename() {}

  static @Nullable Void run(EngineConnection engine, String container, String name) {
    try {
      engine.calls().renameContainerCmd(container).withName(name).exec();
    } catch (BadRequestException | ConflictException e) {
      if (!hasName(engine, container, name, e)) {
        throw e;
      }
    }
    return null;
  }

  private static boolean hasName(
      EngineConnection engine, String container, String name, DockerException refusal) {
    try {
      return engine.calls().inspectContainerCmd(container).exec().getName().equals("/" + name);
    } catch (NotFoundException e) {
      throw refusal;
    }
  }
}
