package io.helyos.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// A state without one earlier change: what that change has touched as it was before, all else as
/// it is now. What was touched again since stands in the way and is named; what is as before
/// already does not.
public final class Merge<S> {
  private final S before;
  private final S after;
  private final S now;
  private final String path;
  private final Set<String> touched;
  private final List<String> conflicts;

  private Merge(
      S before, S after, S now, String path, Set<String> touched, List<String> conflicts) {
    this.before = before;
    this.after = after;
    this.now = now;
    this.path = path;
    this.touched = touched;
    this.conflicts = conflicts;
  }

  /// A change and what is now.
  ///
  /// @param before the change
  /// @param after the change
  public static <S> Merge<S> of(S before, S after, S now) {
    return new Merge<>(before, after, now, "", new LinkedHashSet<>(), new ArrayList<>());
  }

  public S before() {
    return before;
  }

  public S after() {
    return after;
  }

  public S now() {
    return now;
  }

  /// What the change has touched, by field, of all that was asked for.
  public Set<String> touched() {
    return Collections.unmodifiableSet(touched);
  }

  /// What of that was touched again since.
  public List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /// One field.
  public <V> V field(String name, Function<S, V> of) {
    return value(path + name, of.apply(before), of.apply(after), of.apply(now));
  }

  /// A field of many entries, each for itself.
  public <V> Map<String, V> entries(String name, Function<S, Map<String, V>> of) {
    var all = new TreeMap<>(of.apply(before));
    all.putAll(of.apply(after));
    all.putAll(of.apply(now));
    var merged = new TreeMap<String, V>();
    for (var key : all.keySet()) {
      this.<Optional<V>>value(
              path + name + "." + key,
              Optional.ofNullable(of.apply(before).get(key)),
              Optional.ofNullable(of.apply(after).get(key)),
              Optional.ofNullable(of.apply(now).get(key)))
          .ifPresent(value -> merged.put(key, value));
    }
    return merged;
  }

  /// A part with fields of its own.
  public <P> P part(String name, Function<S, P> of, Function<Merge<P>, P> merge) {
    var prefix = name.isEmpty() ? path : path + name + ".";
    return merge.apply(as(prefix, of.apply(before), of.apply(after), of.apply(now)));
  }

  /// The same change, of states that are seen in another way.
  public <P> Merge<P> as(P first, P second, P third) {
    return as(path, first, second, third);
  }

  private <P> Merge<P> as(String prefix, P first, P second, P third) {
    return new Merge<>(first, second, third, prefix, touched, conflicts);
  }

  /// The change has touched this, and it cannot be as before.
  public void conflict(String name) {
    touched.add(path + name);
    conflicts.add(path + name);
  }

  /// The change has touched this.
  public void touch(String name) {
    touched.add(path + name);
  }

  private <V> V value(String field, V was, V became, V is) {
    if (Objects.equals(was, became)) return is;
    touched.add(field);
    if (!Objects.equals(is, became) && !Objects.equals(is, was)) conflicts.add(field);
    return Objects.equals(is, became) ? was : is;
  }
}
