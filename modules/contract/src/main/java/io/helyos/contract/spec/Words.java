package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Shape;
import io.helyos.contract.spec.text.DurationText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The shapes that several tables share.
final class Words {
  private Words() {}

  /// One of an enum's constants in lower case.
  static <E extends Enum<E>> Shape<E> of(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (var constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return Scalars.word(words);
  }

  static Shape<Duration> duration(Duration least, Duration most) {
    return Scalars.textOrNumber("a duration such as 10s", DurationText.between(least, most));
  }
}
