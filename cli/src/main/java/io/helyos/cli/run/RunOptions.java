package io.helyos.cli.run;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is to run, in the words of those who know it from other tools.
final class RunOptions {
  @Parameters(index = "0", paramLabel = "NAME", description = "Of the deployment.")
  String name = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARG",
      description = "Arguments in place of the image's, after --.")
  List<String> words = List.of();

  @Option(names = "--image", required = true, paramLabel = "IMAGE", description = "What to run.")
  String image = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project.")
  Optional<String> project = Optional.empty();

  @Option(
      names = {"-e", "--env"},
      paramLabel = "KEY=VALUE",
      description = "A variable; may be repeated.")
  Map<String, String> env = Map.of();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "A port to publish, 80 or 8080:80; may be repeated.")
  List<String> ports = List.of();

  @Option(names = "--memory", paramLabel = "SIZE", description = "At most so much, such as 256m.")
  Optional<String> memory = Optional.empty();

  @Option(
      names = "--cpu",
      paramLabel = "CORES",
      converter = Cores.class,
      description = "At most so many cores, such as 0.5.")
  Optional<BigDecimal> cpu = Optional.empty();

  @Option(
      names = "--command",
      description = "What comes after -- replaces the entrypoint of the image.")
  boolean command;

  /// The spec: `run` is a plain label, so that what was made for debugging can be selected.
  Map<String, Object> spec(String inProject) {
    var spec = new LinkedHashMap<String, Object>();
    spec.put("project", inProject);
    spec.put("deployment", Map.of("name", name));
    spec.put("image", image);
    spec.put("replicas", 1);
    spec.put("restart", "never");
    spec.put("labels", Map.of("run", name));
    if (!words.isEmpty()) spec.put(command ? "command" : "args", words);
    if (!env.isEmpty()) spec.put("env", env);
    if (!ports.isEmpty()) spec.put("ports", ports.stream().map(RunOptions::port).toList());
    var resources = new LinkedHashMap<String, Object>();
    memory.ifPresent(size -> resources.put("memory", size));
    cpu.ifPresent(cores -> resources.put("cpu", cores));
    if (!resources.isEmpty()) spec.put("resources", resources);
    return spec;
  }

  /// A lone number is a number in a spec, and anything else a text.
  private static Object port(String text) {
    return text.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
  }
}
