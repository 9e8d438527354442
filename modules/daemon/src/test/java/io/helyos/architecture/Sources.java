package io.helyos.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Java files of the whole house, read as text: what is not on this module's class path can
/// still be looked at.
final class Sources {
  private static final Path ROOT = root();

  private Sources() {}

  /// A file and where it stands in the house.
  record Source(Path path, List<String> lines) {
    @Override
    public String toString() {
      return ROOT.relativize(path).toString();
    }
  }

  /// The top of the checkout: the directory above this module that holds the launchers.
  private static Path root() {
    var here = Path.of("").toAbsolutePath();
    while (here != null && !Files.isDirectory(here.resolve("modules/model"))) {
      here = here.getParent();
    }
    if (here == null) throw new IllegalStateException("Expected to run inside the checkout.");
    return here;
  }

  static List<Source> main() {
    return under("src/main/java");
  }

  static List<Source> tests() {
    return under("src/test/java");
  }

  private static List<Source> under(String folder) {
    try (var files = Files.walk(ROOT, 3)) {
      return files
          .filter(path -> path.endsWith("src"))
          .map(src -> src.resolveSibling(folder))
          .filter(Files::isDirectory)
          .flatMap(Sources::javaFiles)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Source> javaFiles(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .map(Sources::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path path) {
    try {
      return new Source(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
