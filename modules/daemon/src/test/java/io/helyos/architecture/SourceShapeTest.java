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
    assertThat(Sources.main().stream().flatMap(source -> Methods.of(source).stream()))
        .filteredOn(method -> method.lines() > LONGEST_METHOD)
        .as("methods of more than %d lines; give their parts names", LONGEST_METHOD)
        .isEmpty();
  }

  @Test
  void the_scan_finds_a_method_that_is_too_long() {
    var lines = new ArrayList<>(List.of("class A {", "  int a = 1;", "  void b(int c) {"));
    for (var i = 0; i < LONGEST_METHOD; i++) lines.add("    call(" + i + ", '{'); // {");
    lines.addAll(List.of("  }", "}"));
    var source = new Source(Path.of("A.java").toAbsolutePath(), lines);
    assertThat(Methods.of(source))
        .containsExactly(new Methods.Method(source, 3, LONGEST_METHOD + 2));
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
