package io.helyos.cli.real;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.cli.Helyos;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// `helyos` as a process, in a folder with the configuration of a daemon.
final class RealCli {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path folder;

  RealCli(Path folder) {
    this.folder = folder;
  }

  /// What a command left behind.
  record Ran(int code, String out, String err) {
    /// Standard output, which must be one JSON document and nothing else.
    JsonNode json() {
      try {
        var document = JSON.readTree(out);
        if (!document.isMissingNode()) return document;
      } catch (JsonProcessingException e) {
        throw new AssertionError("Expected one JSON document, found " + this, e);
      }
      throw new AssertionError("Expected one JSON document, found none: " + this);
    }
  }

  RealCli file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return this;
  }

  Ran run(String... line) throws IOException, InterruptedException {
    var out = Files.createTempFile(folder, "out", "");
    return ran(out, builder(line).redirectOutput(out.toFile()));
  }

  /// With the standard output somewhere else.
  Ran runInto(Path elsewhere, String... line) throws IOException, InterruptedException {
    var nothing = Files.createTempFile(folder, "out", "");
    return ran(nothing, builder(line).redirectOutput(elsewhere.toFile()));
  }

  /// With this on its standard input.
  Ran given(byte[] input, String... line) throws IOException, InterruptedException {
    var in = Files.write(Files.createTempFile(folder, "in", ""), input);
    var out = Files.createTempFile(folder, "out", "");
    return ran(out, builder(line).redirectInput(in.toFile()).redirectOutput(out.toFile()));
  }

  /// On a terminal of 90 columns and 33 rows, as its launcher would find it.
  Ran onTerminal(String... line) throws IOException, InterruptedException {
    var words = builder(line).command();
    words.add(1, "-Dhelyos.tty=012");
    var typed =
        words.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    var out = Files.createTempFile(folder, "out", "");
    var builder = builder(line);
    builder.command("script", "-qec", "stty cols 90 rows 33; " + typed, "/dev/null");
    // A person at a terminal does not hang up: the end of the input would end the terminal.
    return ran(out, builder.redirectOutput(out.toFile()), true);
  }

  private ProcessBuilder builder(String... line) {
    var words = RealDaemon.java(folder, List.of(), Helyos.class);
    words.addAll(List.of(line));
    var builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HELYOS_"));
    builder.environment().put("HELYOS_CONFIG", folder.resolve("config.toml").toString());
    return builder;
  }

  private Ran ran(Path out, ProcessBuilder builder) throws IOException, InterruptedException {
    return ran(out, builder, false);
  }

  private Ran ran(Path out, ProcessBuilder builder, boolean staysOpen)
      throws IOException, InterruptedException {
    var err = Files.createTempFile(folder, "err", "");
    var process = builder.redirectError(err.toFile()).start();
    var isPipe = builder.redirectInput().equals(Redirect.PIPE);
    if (isPipe && !staysOpen) process.getOutputStream().close();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("Still running: " + builder.command());
    }
    if (isPipe) process.getOutputStream().close();
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
