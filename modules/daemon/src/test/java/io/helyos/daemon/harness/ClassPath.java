package io.helyos.daemon.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/// What a daemon of the tests is started from.
record ClassPath(List<Path> entries) {
  ClassPath {
    entries = List.copyOf(entries);
  }

  /// The tests' own class path, with the tests.
  static ClassPath ofTests() {
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ClassPath(Arrays.stream(all.split(File.pathSeparator)).map(Path::of).toList());
  }

  ClassPath withoutTests() {
    return new ClassPath(
        entries.stream().filter(entry -> !entry.endsWith("test-classes")).toList());
  }

  /// The same with jars in the place of folders, as a start-up cache wants it.
  ClassPath packed(Path folder) {
    return new ClassPath(
        entries.stream()
            .filter(Files::exists)
            .map(entry -> Files.isDirectory(entry) ? pack(entry, folder) : entry)
            .toList());
  }

  private static Path pack(Path classes, Path folder) {
    var jar = folder.resolve(classes.getFileName() + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
