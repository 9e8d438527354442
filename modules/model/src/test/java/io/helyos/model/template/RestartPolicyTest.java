package io.helyos.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartPolicyTest {
  @ParameterizedTest(name = "{0} after exit code {1}: {2}")
  @CsvSource({
    "ALWAYS, 0, true", "ALWAYS, 1, true",
    "ONFAILURE, 0, false", "ONFAILURE, 137, true",
    "NEVER, 0, false", "NEVER, 1, false",
  })
  void a_policy_decides_by_the_exit_code(RestartPolicy policy, int exitCode, boolean again) {
    assertThat(policy.restartsAfter(exitCode)).isEqualTo(again);
  }
}
