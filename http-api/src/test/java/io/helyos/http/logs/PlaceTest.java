package io.helyos.http.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.http.problem.Refusal;
import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final PodContainer CONTAINER =
      new PodContainer(new PodId("shop", "api", 0), 3, 2, "one", "c", true);

  private static LogLine line(long millis, int number) {
    return new LogLine(NOON.plusMillis(millis), false, Integer.toString(number));
  }

  /// As an engine answers: all lines since an instant, in the order of the file.
  private static List<LogLine> rest(List<LogLine> file, Place place) {
    var since = place.rest(true).since().orElse(Instant.MIN);
    return file.stream()
        .filter(line -> !line.time().isBefore(since))
        .filter(place.unread())
        .toList();
  }

  private static Place throughText(Place place) {
    var text = "x@y;" + Cursor.text(NOON, Map.of(0, Optional.of(place)));
    return Cursor.read(text).places().getOrDefault(0, Optional.empty()).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void from_every_place_exactly_the_rest_is_read(int seed) {
    var random = new Random(seed);
    var file = new ArrayList<LogLine>();
    var clock = 0L;
    for (var i = 0; i < 400; i++) {
      clock += random.nextInt(8) == 0 ? random.nextInt(3_000) : random.nextInt(3);
      // Equal times, and a little out of order.
      file.add(line(clock - random.nextInt(900), i));
    }
    var place = Place.before(CONTAINER, Instant.EPOCH);
    for (var i = 0; i < file.size(); i++) {
      place = place.after(file.get(i));
      assertThat(rest(file, place)).isEqualTo(file.subList(i + 1, file.size()));
      assertThat(rest(file, throughText(place))).isEqualTo(file.subList(i + 1, file.size()));
      if (i % 50 == 0) place = throughText(place);
    }
    assertThat(place.given()).as("the count does not grow for ever").isLessThan(300);
  }

  @Test
  void lines_that_are_no_longer_kept_do_not_hide_new_ones() {
    var place = Place.before(CONTAINER, Instant.EPOCH);
    for (var i = 0; i < 5; i++) place = place.after(line(i, i));
    assertThat(rest(List.of(line(4, 4), line(5, 5), line(6, 6)), place))
        .extracting(LogLine::text)
        .containsExactly("5", "6");
  }

  @Test
  void a_cursor_says_again_what_it_was_made_of() {
    var places = new TreeMap<Integer, Optional<Place>>();
    places.put(0, Optional.of(Place.of(1, 1, NOON.minusNanos(7), 12, NOON)));
    places.put(3, Optional.empty());
    places.put(4, Optional.of(Place.unopened(CONTAINER)));
    places.put(199, Optional.of(Place.of(70_000, 900, Instant.EPOCH, 0, Instant.EPOCH)));
    var cursor = new Cursor(Instant.EPOCH, places);
    assertThat(Cursor.read("pod@time;" + cursor.text())).isEqualTo(cursor);
    assertThat(Cursor.read(";" + cursor.text())).isEqualTo(cursor);
  }

  @Test
  void a_cursor_of_many_pods_fits_into_a_header() {
    var places = new TreeMap<Integer, Optional<Place>>();
    for (var i = 0; i < 200; i++) {
      var newest = NOON.plusSeconds(i % 2 * 1_000_000L).plusNanos(i * 7_777L);
      places.put(i, Optional.of(Place.of(300, 300, newest.minusSeconds(9_999), 90_000, newest)));
    }
    assertThat(new Cursor(NOON, places).text()).hasSizeLessThan(8_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", ";", "a;!!!", ";AQ", "x;AgAA", ";____________", ";AQAB_w8B"})
  void what_is_no_cursor_is_refused(String text) {
    assertThatThrownBy(() -> Cursor.read(text)).isInstanceOf(Refusal.class);
  }
}
