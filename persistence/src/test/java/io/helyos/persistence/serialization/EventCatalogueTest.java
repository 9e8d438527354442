package io.helyos.persistence.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The page of all events says what the code does.
class EventCatalogueTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "events.md");

  @Test
  void the_page_is_what_the_code_makes_of_it() throws IOException {
    var current = Path.of("target", "events.md");
    Files.writeString(current, EventCatalogue.text());
    assertThat(PAGE)
        .as("out of date: copy persistence/%s over docs/reference/events.md", current)
        .hasSameTextualContentAs(current);
  }

  @Test
  void every_type_has_a_meaning_and_every_field_some_words() throws IOException {
    for (var type : EventTypes.all()) {
      assertThat(EventSource.of(type.shape()).meaning()).as(type.name()).matches("[A-Z].*[.].*");
      assertThat(EventCatalogue.text()).contains("### `" + type.name() + "`");
    }
  }

  @Test
  void no_comment_speaks_of_a_field_that_is_not_there() throws IOException {
    for (var type : EventTypes.all()) {
      var names =
          Arrays.stream(type.shape().getRecordComponents())
              .map(component -> component.getName())
              .toList();
      assertThat(names).as(type.name()).containsAll(EventSource.of(type.shape()).fields().keySet());
    }
  }
}
