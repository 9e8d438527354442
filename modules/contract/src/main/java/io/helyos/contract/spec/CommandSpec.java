package io.helyos.contract.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The process of a container; what is empty comes from the image.
///
/// @param command replaces the image's ENTRYPOINT when not empty
/// @param args replaces the image's CMD when not empty
/// @param env each value is the exact text of the document
/// @param init run under a small init that passes signals on
public record CommandSpec(
    List<String> command,
    List<String> args,
    Map<String, String> env,
    Optional<String> user,
    Optional<String> workdir,
    boolean init) {
  public CommandSpec {
    command = List.copyOf(command);
    args = List.copyOf(args);
    env = Collections.unmodifiableMap(new TreeMap<>(env));
  }
}
