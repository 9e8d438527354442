package io.helyos.model.template;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The process in the container. What is empty comes from the image.
///
/// @param command replaces the image's ENTRYPOINT when not empty
/// @param args replaces the image's CMD when not empty
/// @param init run under a small init that passes signals on and reaps
public record ProcessSpec(
    List<String> command,
    List<String> args,
    Map<String, String> env,
    Optional<String> user,
    Optional<String> workdir,
    Optional<String> hostname,
    boolean init) {
  public ProcessSpec {
    command = List.copyOf(command);
    args = List.copyOf(args);
    env = Collections.unmodifiableMap(new TreeMap<>(env));
  }

  public static ProcessSpec ofImage() {
    return new ProcessSpec(
        List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), true);
  }
}
