package io.helyos.docker;

import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.VolumeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumesTest {
  @RegisterExtension final Bench bench = new Bench();
  @TempDir Path directory;
  private String volume = "";

  @BeforeEach
  void nameAVolume() {
    volume = bench.bench().newName();
  }

  @AfterEach
  void removeTheVolume() {
    bench.bench().list().forEach(container -> bench.bench().remove(container.id()));
    TestEngine.raw()
        .listVolumesCmd()
        .withFilter("name", List.of(volume))
        .exec()
        .getVolumes()
        .forEach(found -> TestEngine.raw().removeVolumeCmd(found.getName()).exec());
  }

  private String shell(String script, VolumeSpec mount) {
    return bench.output(bench.spec(Bench.shell(script), List.of(mount)));
  }

  @Test
  void a_named_volume_outlives_its_container() {
    var mount = new VolumeSpec.Named(volume, "/data");
    shell("echo kept > /data/file", mount);
    bench.bench().list().forEach(container -> bench.bench().remove(container.id()));
    assertThat(shell("cat /data/file", mount)).isEqualTo("kept");
  }

  @Test
  void a_directory_of_the_node_can_be_read_and_written() throws IOException {
    Files.writeString(directory.resolve("in"), "from outside");
    var mount = new VolumeSpec.Bind(directory.toString(), "/data", false);
    assertThat(shell("cat /data/in; echo inside > /data/out", mount)).isEqualTo("from outside");
    assertThat(directory.resolve("out")).hasContent("inside");
  }

  @Test
  void a_readonly_directory_cannot_be_written() {
    var mount = new VolumeSpec.Bind(directory.toString(), "/data", true);
    assertThat(shell("echo x > /data/out || true", mount)).contains("Read-only file system");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_tmpfs_has_its_size() {
    var mount = new VolumeSpec.Tmpfs(4 << 20, "/data");
    assertThat(shell("grep ' /data ' /proc/mounts", mount)).contains("tmpfs", "size=4096k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/etc",
        "/etc/ssl",
        "/proc",
        "/sys/fs",
        "/dev",
        "/run",
        "/var/run",
        "/var/run/docker.sock",
        "/tmp/../etc",
        "/var/lib/docker",
        "/var/lib",
        "/var"
      })
  void places_of_the_system_are_refused(String path) {
    var failure =
        failure(
            bench
                .runtime()
                .create(
                    bench.spec(
                        Bench.shell("true"), List.of(new VolumeSpec.Bind(path, "/data", true)))));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure).hasMessageStartingWith("cannot mount " + path + ": ");
    assertThat(bench.bench().list()).isEmpty();
  }

  @Test
  void a_relative_path_is_refused() {
    var mount = new VolumeSpec.Bind("target", "/data", true);
    assertThat(failure(bench.runtime().create(bench.spec(Bench.shell("true"), List.of(mount)))))
        .hasMessage("cannot mount target: expected an absolute path");
  }

  @Test
  void a_link_to_a_place_of_the_system_is_refused() throws IOException {
    var link = Files.createSymbolicLink(directory.resolve("innocent"), Path.of("/etc"));
    var mount = new VolumeSpec.Bind(link.resolve("ssl").toString(), "/data", true);
    assertThat(failure(bench.runtime().create(bench.spec(Bench.shell("true"), List.of(mount)))))
        .hasMessageContaining("/etc/ssl is in /etc, which belongs to the system");
  }

  @Test
  void a_link_to_a_harmless_place_is_followed() throws IOException {
    var target = Files.createDirectory(directory.resolve("target"));
    var link = Files.createSymbolicLink(directory.resolve("link"), target);
    shell("echo x > /data/file", new VolumeSpec.Bind(link.toString(), "/data", false));
    assertThat(target.resolve("file")).exists();
  }

  @Test
  void a_directory_that_is_not_there_is_not_made() {
    var path = directory.resolve("missing").toString();
    var mount = new VolumeSpec.Bind(path, "/data", true);
    assertThat(failure(bench.runtime().create(bench.spec(Bench.shell("true"), List.of(mount)))))
        .hasMessage(
            "cannot mount " + path + ": it does not exist on this node; create it there first");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void protected_directories_and_those_above_them_are_refused() throws IOException {
    var above = directory.resolve("helyos");
    var data = Files.createDirectories(above.resolve("data"));
    try (var runtime =
        DockerRuntime.connect(TestEngine.settings().withProtectedPaths(List.of(data)))) {
      for (var path : List.of(data, above, Files.createDirectory(data.resolve("in")))) {
        var mount = new VolumeSpec.Bind(path.toString(), "/data", true);
        assertThat(failure(runtime.create(bench.spec(Bench.shell("true"), List.of(mount)))).kind())
            .isEqualTo(Kind.INVALID);
      }
    }
  }
}
