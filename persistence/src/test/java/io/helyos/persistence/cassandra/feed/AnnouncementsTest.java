package io.helyos.persistence.cassandra.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  private final Announcements announcements = new Announcements();

  @Test
  void the_first_news_after_an_answer_asks_for_attention() {
    assertThat(announcements.tell("pod|a", 1)).isTrue();
    assertThat(announcements.tell("pod|a", 2)).isFalse();
    assertThat(announcements.fresh()).isEqualTo(Map.of("pod|a", 2L));
    assertThat(announcements.fresh()).isEmpty();
    assertThat(announcements.tell("pod|a", 3)).isTrue();
  }

  @Test
  void it_is_open_until_the_feed_has_all_of_it() {
    announcements.tell("pod|a", 2);
    announcements.held(Map.of("pod|a", 1L));
    assertThat(announcements.open()).isEqualTo(Map.of("pod|a", 2L));
    announcements.held(Map.of("pod|a", 3L));
    assertThat(announcements.open()).isEmpty();
  }

  @Test
  void a_reader_waits_for_what_was_told_before_and_for_nothing_later() {
    assertThat(announcements.settled()).isDone();
    announcements.tell("pod|a", 2);
    announcements.tell("pod|b", 1);
    var settled = announcements.settled();
    announcements.tell("pod|a", 3);
    announcements.held(Map.of("pod|a", 2L));
    assertThat(settled).isNotDone();
    announcements.held(Map.of("pod|b", 1L));
    assertThat(settled).isDone();
    assertThat(announcements.settled()).isNotDone();
  }

  @Test
  void a_position_that_is_told_twice_is_open_once() {
    announcements.tell("pod|a", 2);
    announcements.tell("pod|a", 1);
    assertThat(announcements.open()).isEqualTo(Map.of("pod|a", 2L));
  }
}
