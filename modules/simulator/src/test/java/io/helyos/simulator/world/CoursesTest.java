package io.helyos.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CoursesTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /// Whoever wants anything of others ends in a fault.
  private static Rules broken() {
    return Rules.MODEL.withDeliveries(_ -> {
      throw new IllegalStateException("no way out");
    });
  }

  @Test
  void every_number_is_run_once() {
    assertThat(Courses.run(Rules.MODEL, 3, 7, 2, out)).isZero();
    assertThat(said()).contains("7 seeds (3 to 9)", "on 2 cores", "0 violations");
  }

  @Test
  void a_broken_promise_is_counted_and_says_how_it_is_told_again() {
    assertThat(Courses.run(broken(), 5, 2, 2, out)).isEqualTo(2);
    assertThat(said())
        .contains("Seed 5: ", "make simulate SEED=5", "make simulate SEED=6", "2 violations");
  }

  @Test
  void one_number_tells_its_story() {
    assertThat(Courses.tell(5, broken(), out)).isEqualTo(1);
    assertThat(said()).contains("Seed 5: ", "no way out", "d1", "starts");
  }

  @Test
  void a_course_is_the_same_whether_others_run_beside_it_or_not() {
    var alone = Simulation.told(11, Rules.MODEL);
    Courses.run(Rules.MODEL, 0, 16, 4, out);
    assertThat(Simulation.told(11, Rules.MODEL)).isEqualTo(alone);
  }

  @Test
  void options_are_understood() {
    assertThat(CourseOptions.of("--seeds", "5", "--from", "100", "--cores", "3"))
        .isEqualTo(new CourseOptions(100, 5, 3, false));
    assertThat(CourseOptions.of("--seed", "17").story()).isTrue();
    assertThat(CourseOptions.of("--seed", "17").first()).isEqualTo(17);
    assertThatThrownBy(() -> CourseOptions.of("--seeds", "many")).hasMessageContaining("'many'");
    assertThatThrownBy(() -> CourseOptions.of("--seeds")).hasMessageContaining("Expected");
    assertThatThrownBy(() -> CourseOptions.of("--colour", "5")).hasMessageContaining("--colour");
  }
}
