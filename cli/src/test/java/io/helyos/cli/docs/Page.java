package io.helyos.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Markdown file of this tree.
record Page(Path file, String text) {
  private static final Pattern FENCE =
      Pattern.compile("^ {0,3}```(\\w*)\\n(.*?)^ {0,3}```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern PIPE = Pattern.compile(" \\| ");
  private static final Pattern REST = Pattern.compile(" [>#] .*");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

  /// A block of code in it.
  record Block(String language, String text) {}

  /// The checkout that the tests run in.
  static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
      var parent = folder.getParent();
      if (parent == null) throw new IllegalStateException("These tests do not run in a checkout");
      folder = parent;
    }
    return folder;
  }

  static List<Page> all() throws IOException {
    var root = root();
    try (var docs = Files.walk(root.resolve("docs"));
        var top = Files.list(root)) {
      return Stream.concat(docs, top)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    }
  }

  static Page read(Path file) {
    try {
      return new Page(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    return FENCE
        .matcher(text)
        .results()
        .map(found -> new Block(found.group(1), found.group(2)))
        .toList();
  }

  /// Commands in blocks for a shell, one a line, also behind a prompt and behind a pipe.
  List<String> commands(String program) {
    var commands = new ArrayList<String>();
    for (var block : blocks()) {
      if (!List.of("sh", "bash", "console").contains(block.language())) continue;
      block
          .text()
          .lines()
          .map(line -> line.strip().replaceFirst("^\\$ ", ""))
          .flatMap(PIPE::splitAsStream)
          .map(line -> REST.matcher(line).replaceFirst("").strip())
          .filter(line -> line.startsWith(program + " "))
          .forEach(commands::add);
    }
    return commands;
  }

  List<String> links() {
    return LINK.matcher(prose()).results().map(found -> found.group(1)).toList();
  }

  List<String> code() {
    return CODE.matcher(prose()).results().map(found -> found.group(1)).toList();
  }

  /// What its headings are called in links.
  List<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }

  @Override
  public String toString() {
    return root().relativize(file).toString();
  }
}
