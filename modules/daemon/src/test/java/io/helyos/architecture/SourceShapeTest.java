package io.helyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.architecture.Sources.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What can be seen without understanding: how long files and methods are, and what tests must not
/// use. Read from the formatted sources of all modules.
class SourceShapeTest {
  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 40;

  /// Where a method or constructor begins, in a formatted file: indented as a member, with a name
  /// and an open parenthesis before any assignment.
  private static final Pattern MEMBER =
      Pattern.compile(
          "^( {2,8})(?!return|new|throw|else|case|//|@|\\*)[\\w<>\\[\\], ?.&@]*\\w\\(.*");

  private static final Pattern WAITING =
      Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\s*\\.\\s*sleep\\s*\\(");
  private static final Pattern MOCKS =
      Pattern.compile("import .*(mockito|easymock|jmockit|mockk|powermock|wiremock).*");

  @Test
  void all_modules_are_seen() {
    assertThat(Sources.main()).hasSizeGreaterThan(100);
    assertThat(Sources.tests()).hasSizeGreaterThan(30);
  }

  @Test
  void no_file_is_too_long() {
    assertThat(Sources.main())
        .allSatisfy(source ->
            assertThat(source.lines())
                .as("%s has at most %d lines; split it by subject", source, LONGEST_FILE)
                .hasSizeLessThanOrEqualTo(LONGEST_FILE));
  }

  @Test
  void no_method_is_too_long() {
    assertThat(Sources.main().stream().flatMap(SourceShapeTest::methods))
        .filteredOn(method -> method.lines() > LONGEST_METHOD)
        .as("methods of more than %d lines; give their parts names", LONGEST_METHOD)
        .isEmpty();
  }

  /// A method as the scan sees it.
  private record Method(Source source, int line, int lines) {
    @Override
    public String toString() {
      return "%s:%d has %d lines".formatted(source, line, lines);
    }
  }

  /// From a member's first line to the brace that closes at the same depth.
  private static Stream<Method> methods(Source source) {
    var all = new ArrayList<Method>();
    var lines = source.lines();
    for (var start = 0; start < lines.size(); start++) {
      var member = MEMBER.matcher(lines.get(start));
      if (!member.matches() || isField(lines, start)) continue;
      var closing = member.group(1) + "}";
      var end = start;
      while (end < lines.size() && !lines.get(end).equals(closing)) {
        if (end > start && isMemberEnd(lines.get(end), member.group(1))) break;
        end++;
      }
      all.add(new Method(source, start + 1, end - start + 1));
    }
    return all.stream();
  }

  /// A declaration without a body, or a statement deeper in the file, ends with its semicolon.
  private static boolean isMemberEnd(String line, String indent) {
    return line.endsWith(";") && !line.startsWith(indent + "  ");
  }

  private static boolean isField(List<String> lines, int start) {
    return lines.get(start).endsWith(";") || lines.get(start).contains(" = ");
  }

  @Test
  void the_scan_finds_a_method_that_is_too_long() {
    var lines = new ArrayList<String>(List.of("class A {", "  void b(int c) {"));
    for (var i = 0; i < LONGEST_METHOD; i++) lines.add("    call(" + i + ");");
    lines.addAll(List.of("  }", "}"));
    var source = new Source(Path.of("A.java").toAbsolutePath(), lines);
    assertThat(methods(source)).anyMatch(method -> method.lines() == LONGEST_METHOD + 2);
  }

  @Test
  void tests_wait_for_what_they_need_and_never_sleep() {
    assertThat(Sources.tests())
        .allSatisfy(source ->
            assertThat(code(source))
                .as("%s waits with Awaitility, not with a sleep", source)
                .noneMatch(line -> WAITING.matcher(line).find()));
  }

  @Test
  void tests_use_no_mock_library() {
    assertThat(Sources.tests())
        .allSatisfy(source ->
            assertThat(source.lines())
                .as("%s uses a fake that is written by hand", source)
                .noneMatch(line -> MOCKS.matcher(line).matches()));
  }

  private static Stream<String> code(Source source) {
    return source.lines().stream().filter(line -> !line.stripLeading().startsWith("//"));
  }

  @Test
  void every_package_says_what_it_is() {
    var described =
        Sources.main().stream()
            .filter(source -> source.path().endsWith("package-info.java"))
            .map(source -> source.path().getParent())
            .toList();
    assertThat(Sources.main())
        .allSatisfy(source -> assertThat(described).contains(source.path().getParent()));
  }
}
