package io.helyos.http.logs;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a reader stands in a whole stream. It goes out in the id of each frame and comes back in
/// `Last-Event-ID`, to any daemon.
///
/// @param since from when on lines were wanted at first
/// @param places by the index of the pod; empty for a pod that was there when the stream began, and
///   of whose containers nothing is known yet
record Cursor(Instant since, Map<Integer, Optional<Place>> places) {
  private static final int VERSION = 1;

  Cursor {
    places = Collections.unmodifiableMap(new TreeMap<>(places));
  }

  /// Short, and of letters that may stand in a header.
  String text() {
    return text(since, places);
  }

  /// Each number is told by its difference from the one before it: a pod takes some 15 letters.
  static String text(Instant since, Map<Integer, Optional<Place>> places) {
    var numbers = new Numbers.Writer();
    numbers.put(VERSION).put(Numbers.nanos(since)).put(places.size());
    var last = 0L;
    for (var entry : places.entrySet()) {
      numbers.put(entry.getKey());
      if (entry.getValue().isEmpty()) {
        numbers.put(0);
        continue;
      }
      var place = entry.getValue().get();
      var newest = Numbers.nanos(place.newest());
      numbers
          .put(place.incarnation())
          .put(place.attempt())
          .putSigned(newest - last)
          .put(newest - Numbers.nanos(place.anchor()))
          .put(place.given() + 1L);
      last = newest;
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(numbers.bytes());
  }

  /// @param id what a frame had as its id: what was said of its line, a semicolon, the cursor
  static Cursor read(String id) {
    try {
      var numbers =
          new Numbers.Reader(Base64.getUrlDecoder().decode(id.substring(id.indexOf(';') + 1)));
      if (numbers.next() != VERSION) throw strange();
      var since = Numbers.instant(numbers.next());
      var places = new TreeMap<Integer, Optional<Place>>();
      var last = 0L;
      for (var n = numbers.next(); n > 0; n--) {
        var index = Math.toIntExact(numbers.next());
        var place = place(numbers, last);
        last = place.map(it -> Numbers.nanos(it.newest())).orElse(last);
        places.put(index, place);
      }
      return new Cursor(since, places);
    } catch (IllegalArgumentException
        | ArithmeticException
        | BufferUnderflowException
        | DateTimeException e) {
      throw strange();
    }
  }

  private static Optional<Place> place(Numbers.Reader numbers, long last) {
    var incarnation = numbers.next();
    if (incarnation == 0) return Optional.empty();
    var attempt = Math.toIntExact(numbers.next());
    var newest = Math.addExact(last, numbers.nextSigned());
    var anchor = Math.subtractExact(newest, numbers.next());
    var given = Math.toIntExact(numbers.next() - 1);
    return Optional.of(
        Place.of(incarnation, attempt, Numbers.instant(anchor), given, Numbers.instant(newest)));
  }

  private static Refusal strange() {
    return Refusal.of(
        ProblemKind.BAD_OFFSET,
        "Expected `Last-Event-ID` to be the id of a frame of this stream, found something else. Leave it out to begin anew.");
  }
}
