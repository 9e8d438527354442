package io.helyos.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.cli.CommandTree;
import io.helyos.contract.spec.Format;
import io.helyos.contract.spec.SpecReader;
import io.helyos.contract.spec.SpecReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class DocsTest {
  private static final Class<?> VALID = SpecReading.Valid.class;
  private static final Pattern IN_THE_TREE =
      Pattern.compile(
          "(modules|persistence|docker|http-api|cli|load-tests|docs|scripts|bin|examples|\\.ci)"
              + "/[\\w./-]+|Makefile|[A-Z]+\\.md");
  private static final Pattern PLACEHOLDER = Pattern.compile("[\\[]?[A-Z]+[\\]]?(\\.\\.\\.)?");

  private static List<Page> pages() throws IOException {
    return Page.all();
  }

  private static Stream<Path> examples() throws IOException {
    try (var files = Files.walk(Page.root().resolve("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
    }
  }

  @Test
  void there_are_pages_with_specs_commands_and_links_to_look_at() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(15);
    assertThat(pages().stream().flatMap(page -> page.commands("helyos").stream()))
        .hasSizeGreaterThan(40);
    assertThat(pages().stream().flatMap(page -> page.links().stream())).hasSizeGreaterThan(30);
    assertThat(pages().stream().flatMap(page -> specs(page).stream())).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_spec_is_one_that_helyos_takes(Page page) {
    for (var spec : specs(page)) assertThat(read(spec)).as(spec).isInstanceOf(VALID);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_is_one_that_helyos_takes(Path file) throws IOException {
    assertThat(read(Files.readString(file))).isInstanceOf(VALID);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_command_is_one_that_the_parser_takes(Page page) {
    for (var command : page.commands("helyos")) {
      var words = command.split("\\s+");
      assertThatCode(() -> CommandTree.whole().parseArgs(after(words)))
          .as(command)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_command_in_a_sentence_exists(Page page) {
    for (var code : page.code()) {
      if (!code.startsWith("helyos ")) continue;
      assertThat(unknown(CommandTree.whole(), after(code.split("\\s+")))).as(code).isEmpty();
    }
  }

  @Test
  void every_command_has_its_place_in_the_reference() {
    var reference = Page.read(Page.root().resolve("docs/reference/cli.md")).code();
    assertThat(leaves("helyos", CommandTree.whole()))
        .allSatisfy(command -> assertThat(reference).anyMatch(code -> names(code, command)));
  }

  @Test
  void every_route_has_its_row() throws IOException {
    var description =
        Files.readString(
            Page.root().resolve("http-api/src/main/resources/io/helyos/http/openapi.yaml"));
    var routes = new TreeSet<String>();
    var path = "";
    for (var line : description.lines().toList()) {
      if (line.matches("  /\\S*:")) path = line.strip().replaceAll(":$", "");
      if (line.matches("    (get|post|put|delete):")) {
        routes.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    var told =
        Page.read(Page.root().resolve("docs/reference/api.md")).code().stream()
            .filter(code -> code.matches("[A-Z]+ /\\S*"))
            .toList();
    assertThat(routes).isNotEmpty();
    assertThat(told).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void every_field_of_a_spec_has_its_row_which_says_whether_it_is_carried_out() throws IOException {
    var schema =
        new ObjectMapper()
            .readTree(Page.root().resolve("docs/reference/deployment-spec.schema.json").toFile());
    var rows =
        Files.readString(Page.root().resolve("docs/guide/deployment-spec.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    var fields = schema.at("/$defs/spec/properties").properties();
    assertThat(fields).isNotEmpty();
    for (var field : fields) {
      var name = Pattern.compile("`" + field.getKey() + "[.`]");
      var later = field.getValue().path("description").asText().endsWith("Not supported yet.");
      assertThat(rows)
          .as(field.getKey())
          .anyMatch(row -> name.matcher(row).find() && row.contains("| not yet |") == later);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_leads_somewhere(Page page) {
    for (var link : page.links()) {
      if (link.startsWith("https://")) continue;
      var parts = link.split("#", 2);
      var target =
          parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
      assertThat(target).as("%s in %s", link, page).exists();
      if (parts.length == 2) assertThat(Page.read(target).anchors()).contains(parts[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_file_that_is_named_exists(Page page) {
    for (var code : page.code()) {
      if (!IN_THE_TREE.matcher(code).matches()) continue;
      assertThat(Page.root().resolve(code)).as("in %s", page).exists();
    }
  }

  private static List<String> specs(Page page) {
    return page.blocks().stream()
        .filter(block -> block.language().equals("yaml") && block.text().contains("deployment:"))
        .map(Page.Block::text)
        .toList();
  }

  private static SpecReading read(String spec) {
    return SpecReader.read(spec.getBytes(StandardCharsets.UTF_8), Format.YAML);
  }

  /// The first word that should be a command and is none.
  private static Optional<String> unknown(CommandLine command, String[] words) {
    if (words.length == 0 || command.getSubcommands().isEmpty()) return Optional.empty();
    if (PLACEHOLDER.matcher(words[0]).matches()) return Optional.empty();
    var next = command.getSubcommands().get(words[0]);
    return next == null ? Optional.of(words[0]) : unknown(next, after(words));
  }

  private static String[] after(String[] words) {
    return Stream.of(words).skip(1).toArray(String[]::new);
  }

  private static Stream<String> leaves(String path, CommandLine command) {
    if (command.getCommandSpec().usageMessage().hidden()) return Stream.of();
    if (command.getSubcommands().isEmpty()) return Stream.of(path);
    return command.getSubcommands().values().stream()
        .distinct()
        .flatMap(sub -> leaves(path + " " + sub.getCommandName(), sub));
  }

  private static boolean names(String code, String command) {
    // The four kinds that can be described share a row.
    var name = command.replaceFirst("^(helyos describe) .*", "$1");
    return code.equals(name) || code.startsWith(name + " ");
  }
}
