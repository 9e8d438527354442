package io.helyos.daemon.harness;

import io.helyos.daemon.HelyosDaemon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The words that start a helyosd of the class path, with little memory and quickly.
final class DaemonCommand {
  private final Path folder;
  private final List<String> options = new ArrayList<>();
  private ClassPath classPath = ClassPath.ofTests().withoutTests();
  private Class<?> main = HelyosDaemon.class;
  private int group;

  DaemonCommand(Path folder) {
    this.folder = folder;
  }

  void inGroup(int id) {
    group = id;
  }

  int group() {
    return group;
  }

  /// From now on another main class, and all classes in one file.
  void packed(Class<?> other) {
    main = other;
    classPath = ClassPath.ofTests().packed(folder);
  }

  /// The only further option of its JVM.
  void option(String option) {
    options.clear();
    options.add(option);
  }

  List<String> words(Map<String, String> flags, String... more) {
    var command = new ArrayList<String>();
    if (group > 0) {
      command.addAll(List.of("setpriv", "--regid", Integer.toString(group), "--clear-groups"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-Duser.home=" + folder));
    command.addAll(options);
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", classPath.toString(), main.getName()));
    flags.forEach(
        (flag, value) -> command.addAll(value.isEmpty() ? List.of(flag) : List.of(flag, value)));
    return command;
  }
}
