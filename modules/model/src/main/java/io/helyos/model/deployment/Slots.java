package io.helyos.model.deployment;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The slots of a deployment by index. Immutable: a change copies one chunk, so that ten thousand
/// reports of ten thousand pods stay linear.
public final class Slots {
  private static final int CHUNK = 64;
  private static final Slots EMPTY = new Slots(new @Nullable Slot[0][], 0);

  private final @Nullable Slot[][] chunks;
  private final int size;

  private Slots(@Nullable Slot[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  public static Slots empty() {
    return EMPTY;
  }

  public int size() {
    return size;
  }

  /// One above the highest index that was ever in use.
  public int bound() {
    return chunks.length * CHUNK;
  }

  public Optional<Slot> get(int index) {
    return index < bound()
        ? Optional.ofNullable(chunks[index / CHUNK][index % CHUNK])
        : Optional.empty();
  }

  public Slots with(int index, Slot slot) {
    return put(index, slot);
  }

  public Slots without(int index) {
    return get(index).isPresent() ? put(index, null) : this;
  }

  /// The slot changed, if there is one.
  Slots changed(int index, UnaryOperator<Slot> change) {
    return get(index).map(slot -> put(index, change.apply(slot))).orElse(this);
  }

  /// Each slot changed; those that come out equal cost nothing.
  Slots changed(UnaryOperator<Slot> change) {
    var next = this;
    for (var index = 0; index < bound(); index++) {
      var before = chunks[index / CHUNK][index % CHUNK];
      if (before == null) continue;
      var after = change.apply(before);
      if (!after.equals(before)) next = next.put(index, after);
    }
    return next;
  }

  private Slots put(int index, @Nullable Slot slot) {
    var before = get(index).isPresent() ? 1 : 0;
    var wider = Arrays.copyOf(chunks, Math.max(chunks.length, index / CHUNK + 1));
    for (var i = chunks.length; i < wider.length; i++) wider[i] = new @Nullable Slot[CHUNK];
    var chunk = wider[index / CHUNK].clone();
    chunk[index % CHUNK] = slot;
    wider[index / CHUNK] = chunk;
    return new Slots(wider, size - before + (slot == null ? 0 : 1));
  }

  /// Visits the slots from the lowest index up.
  public void forEach(BiConsumer<Integer, Slot> visitor) {
    for (var index = 0; index < bound(); index++) {
      var slot = chunks[index / CHUNK][index % CHUNK];
      if (slot != null) visitor.accept(index, slot);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Slots that) || that.size != size) return false;
    for (var index = 0; index < Math.max(bound(), that.bound()); index++) {
      if (!Objects.equals(get(index), that.get(index))) return false;
    }
    return true;
  }

  @Override
  public int hashCode() {
    // Only what is there counts: equal slots may differ in how far their chunks reach.
    var hash = size;
    for (var index = 0; index < bound(); index++) {
      hash += (31 * index + 1) * get(index).map(Slot::hashCode).orElse(0);
    }
    return hash;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("Slots");
    forEach((index, slot) -> text.append(' ').append(index).append('=').append(slot));
    return text.toString();
  }
}
