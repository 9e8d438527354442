package io.helyos.contract.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//",
        "/etc",
        "/etc/",
        "//etc",
        "/etc/passwd",
        "/proc/1",
        "/sys",
        "/dev/sda",
        "/run",
        "/run/docker.sock",
        "/var/run/docker.sock",
        "/var",
        "/var/lib",
        "/var/lib/docker/volumes",
        "/var/lib/containerd",
        "/home/me/.helyos/data",
        "/home/me/.docker",
        "/srv/docker.sock",
        "/var/lib/helyos"
      })
  void a_directory_that_is_the_nodes_own_is_not_shown(String path) {
    assertThat(Refusals.refused(NodeDirectory::parse, path).code()).isEqualTo(Code.NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({"/srv,/srv", "/data//a/,/data/a", "/etcetera,/etcetera", "/var/log,/var/log"})
  void another_directory_is_shown(String path, String shown) {
    assertThat(NodeDirectory.parse(path)).isEqualTo(Parsed.of(shown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "data", "../x", "/data/../etc", "/a/./b", "/a/..", "/a\u0000b", "/a\nb"})
  void a_path_with_detours_is_refused(String path) {
    assertThat(Refusals.refused(NodeDirectory::parse, path).code()).isEqualTo(Code.BAD_VALUE);
    assertThat(Refusals.refused(ContainerPath::parse, path).code()).isEqualTo(Code.BAD_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/proc", "/proc/1", "/sys/fs", "/dev", "/dev/null"})
  void nothing_is_mounted_over_what_the_engine_fills(String path) {
    Refusals.refused(ContainerPath::parseMount, path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data", "/dev/shm", "/etc/app.conf", "/run/secrets", "/processes"})
  void other_places_can_be_mounted_at(String path) {
    assertThat(ContainerPath.parseMount(path)).isEqualTo(Parsed.of(path));
  }

  @ParameterizedTest
  @CsvSource({"CHOWN,CHOWN", "cap_chown,CHOWN", "CAP_NET_BIND_SERVICE,NET_BIND_SERVICE"})
  void capabilities_of_the_default_set_may_be_added(String text, String capability) {
    assertThat(Capability.parseAdded(text)).isEqualTo(Parsed.of(capability));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL", "SYS_ADMIN", "NET_RAW", "CAP_MKNOD", "net_admin"})
  void other_capabilities_may_only_be_dropped(String capability) {
    assertThat(Refusals.refused(Capability::parseAdded, capability).code())
        .isEqualTo(Code.NOT_ALLOWED);
    assertThat(Capability.parseDropped(capability)).isInstanceOf(Parsed.Value.class);
  }

  @ParameterizedTest
  @CsvSource({"CHWON,CHOWN", "SYSADMIN,SYS_ADMIN", "nothing_like_it,"})
  void what_is_no_capability_is_refused(String text, String suggestion) {
    assertThat(Refusals.refused(Capability::parseAdded, text).suggestion().orElse(null))
        .isEqualTo(suggestion);
    assertThat(Refusals.refused(Capability::parseDropped, text).code()).isEqualTo(Code.BAD_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "no-new-privileges,no-new-privileges", "no-new-privileges:true,no-new-privileges=true",
    "seccomp=builtin,seccomp=builtin", "apparmor=docker-default,apparmor=docker-default",
    "'label=level:s0:c100,c200','label=level:s0:c100,c200'"
  })
  void options_that_confine_are_taken(String text, String option) {
    assertThat(SecurityOption.parse(text)).isEqualTo(Parsed.of(option));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seccomp=unconfined",
        "seccomp:unconfined",
        "apparmor=unconfined",
        "apparmor:unconfined",
        "no-new-privileges=false",
        "no-new-privileges:false",
        "label=disable",
        "label:disable",
        "label=type:spc_t",
        "systempaths=unconfined",
        "seccomp={\"defaultAction\":\"SCMP_ACT_ALLOW\"}",
        "seccomp=",
        "apparmor=",
        "apparmor= unconfined"
      })
  void options_that_open_the_fence_are_not_allowed(String text) {
    assertThat(Refusals.refused(SecurityOption::parse, text).code()).isEqualTo(Code.NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nosuch", "=x", "SECCOMP=unconfined"})
  void what_is_no_option_is_refused(String text) {
    assertThat(Refusals.refused(SecurityOption::parse, text).code()).isEqualTo(Code.BAD_VALUE);
  }
}
