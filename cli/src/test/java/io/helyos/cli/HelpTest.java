package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.GlobalOptions;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  @TempDir Path home;

  static Stream<List<String>> commands() {
    var all = new ArrayList<List<String>>();
    collect(tree(), List.of(), all);
    return all.stream();
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> all) {
    command
        .getSubcommands()
        .forEach((name, sub) -> {
          if (sub.getCommandSpec().usageMessage().hidden()) return;
          var deeper = new ArrayList<>(path);
          deeper.add(name);
          all.add(deeper);
          collect(sub, deeper, all);
        });
  }

  private static CommandLine tree() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var shell =
        new Shell(
            Map.of(),
            Path.of("."),
            Path.of("."),
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Terminal.NONE,
            InstantSource.system(),
            new GlobalOptions());
    var root = new CommandLine(new HelyosCommand(shell.options()));
    new Commands(shell).addTo(root, new String[0]);
    return root;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_explains_itself(List<String> command) {
    var line = new ArrayList<>(command);
    line.add("--help");
    var ran = new Cli(home).run(line.toArray(String[]::new));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith("Usage: helyos");
    // A word with commands below it lists those; every other one shows how it is used.
    assertThat(ran.out()).containsPattern("Examples:|Commands:");
  }

  @Test
  void every_example_is_a_line_that_the_parser_takes() {
    var examples = new ArrayList<String>();
    examples(tree(), examples);
    assertThat(examples).hasSizeGreaterThan(40);
    for (var example : examples) {
      var words = words(example);
      if (words.contains("source")) continue;
      assertThat(tree().parseArgs(words.subList(1, words.size()).toArray(String[]::new)).errors())
          .as(example)
          .isEmpty();
    }
  }

  private static void examples(CommandLine command, List<String> into) {
    for (var line : command.getCommandSpec().usageMessage().footer()) {
      if (line.startsWith("  helyos ")) into.add(line.strip());
    }
    command.getSubcommands().values().forEach(sub -> examples(sub, into));
  }

  /// Up to where a shell would take over.
  private static List<String> words(String example) {
    return List.of(example.split(" [|>] ", 2)[0].split(" "));
  }

  @Test
  void only_the_command_that_is_asked_for_is_loaded() {
    var shellOptions = new GlobalOptions();
    var root = new CommandLine(new HelyosCommand(shellOptions));
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var shell =
        new Shell(
            Map.of(),
            home,
            home,
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Terminal.NONE,
            InstantSource.system(),
            shellOptions);
    new Commands(shell).addTo(root, new String[] {"pods", "-w"});
    assertThat(root.getSubcommands()).containsOnlyKeys("pods", "ps");
  }

  @Test
  void the_bare_command_shows_its_usage() {
    var ran = new Cli(home).run();
    assertThat(ran.err()).startsWith("Usage: helyos").contains("deploy, apply");
  }
}
