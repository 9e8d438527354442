package io.helyos.contract.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "1", "web", "a--b", "a-1-b", "null", "con", "1e3", "0"})
  void names_are_dns_labels(String name) {
    assertThat(DnsLabel.parse(name)).isEqualTo(Parsed.of(name));
    assertThat(DnsLabel.parse("a".repeat(63))).isInstanceOf(Parsed.Value.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "-",
        "A",
        "a_b",
        "a.b",
        "..",
        ".",
        "a/../b",
        "a%2fb",
        "аpi",
        "a\u200bb",
        "ａ",
        "a'; DROP TABLE",
        "${jndi:ldap://x}",
        "{{7*7}}",
        "a b",
        "a\n",
        "\u001b[31m"
      })
  void what_is_no_dns_label_is_refused(String name) {
    Refusals.refused(DnsLabel::parse, name);
  }

  @Test
  void a_name_of_64_characters_is_too_long() {
    assertThat(Refusals.refused(DnsLabel::parse, "a".repeat(64)).code()).isEqualTo(Code.TOO_LONG);
    assertThat(Refusals.refused(DnsLabel::parse, "a-".repeat(50_000)).code())
        .isEqualTo(Code.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "_", "a.b-c", "PATH", "HELYOS", "helyos_x"})
  void variables_have_names(String name) {
    assertThat(EnvName.parse(name)).isEqualTo(Parsed.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "'',BAD_VALUE",
    "1A,BAD_VALUE",
    "A=B,BAD_VALUE",
    "a b,BAD_VALUE",
    "HELYOS_X,RESERVED"
  })
  void other_names_of_variables_are_refused(String name, Code code) {
    assertThat(Refusals.refused(EnvName::parse, name).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "'',BAD_VALUE",
    "-a,BAD_VALUE",
    "a-,BAD_VALUE",
    "a b,BAD_VALUE",
    "a=b,BAD_VALUE",
    "helyos.uid,RESERVED",
    "helyos.,RESERVED"
  })
  void other_keys_of_labels_are_refused(String key, Code code) {
    assertThat(Refusals.refused(LabelKey::parseOwn, key).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "team", "example.com/tier", "a_b-c", "helyosx", "my.helyos.x"})
  void labels_have_keys(String key) {
    assertThat(LabelKey.parseOwn(key)).isEqualTo(Parsed.of(key));
  }

  @ParameterizedTest
  @CsvSource({"SIGTERM,SIGTERM", "TERM,SIGTERM", "SIGRTMIN+3,SIGRTMIN+3", "USR1,SIGUSR1"})
  void signals_have_names(String text, String signal) {
    assertThat(Signal.parse(text)).isEqualTo(Parsed.of(signal));
  }

  @ParameterizedTest
  @CsvSource({"sigterm,SIGTERM", "SIGTREM,SIGTERM", "15,", "SIGRTMIN+99,", "'',"})
  void other_signals_are_refused(String text, String suggestion) {
    assertThat(Refusals.refused(Signal::parse, text).suggestion().orElse(null))
        .isEqualTo(suggestion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "web-1", "a.b.c"})
  void hosts_have_names(String name) {
    assertThat(DnsName.parseHost(name)).isEqualTo(Parsed.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", "a..b", ".a", "a.", "a_b"})
  void other_host_names_are_refused(String name) {
    Refusals.refused(DnsName::parseHost, name);
    Refusals.refused(DnsName::parseDomain, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app", "1000", "1000:1000", "app:www-data", "_x"})
  void users_are_names_or_numbers(String user) {
    assertThat(UserText.parse(user)).isEqualTo(Parsed.of(user));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:", ":a", "a:b:c", "-1", "a b", "a\n"})
  void other_users_are_refused(String user) {
    Refusals.refused(UserText::parse, user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/x", "a b", ".x", "..", "a/b", "-x"})
  void other_names_of_volumes_are_refused(String name) {
    Refusals.refused(VolumeName::parse, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "", "//evil/", "/a b", "/a\r\nX: y", "/a#b", "/é"})
  void other_paths_of_probes_are_refused(String path) {
    Refusals.refused(ProbePath::parse, path);
  }

  @Test
  void a_moment_has_an_offset() {
    assertThat(Timestamp.parse("2030-01-31T12:00:00+01:00"))
        .isEqualTo(Parsed.of(Instant.parse("2030-01-31T11:00:00Z")));
    Refusals.refused(Timestamp::parse, "2030-01-31");
    Refusals.refused(Timestamp::parse, "2030-01-31T12:00:00");
    Refusals.refused(Timestamp::parse, "2030-02-31T12:00:00Z");
  }

  @Test
  void selectors_are_those_of_helios() {
    assertThat(LabelSelector.parse("role=web"))
        .isEqualTo(selector("role", LabelSelector.Operator.EQUALS, "web"));
    assertThat(LabelSelector.parse(" role != web "))
        .isEqualTo(selector("role", LabelSelector.Operator.NOT_EQUALS, "web"));
    assertThat(LabelSelector.parse("role in (web,api)"))
        .isEqualTo(selector("role", LabelSelector.Operator.IN, "web", "api"));
    assertThat(LabelSelector.parse("role notin ( web )"))
        .isEqualTo(selector("role", LabelSelector.Operator.NOT_IN, "web"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "role",
        "role=",
        "=web",
        "role ~ web",
        "role in",
        "role in ()",
        "role in (a,)"
      })
  void other_selectors_are_refused(String selector) {
    Refusals.refused(LabelSelector::parse, selector);
  }

  private static Parsed<LabelSelector> selector(
      String label, LabelSelector.Operator operator, String... values) {
    return Parsed.of(new LabelSelector(label, operator, List.of(values)));
  }
}
