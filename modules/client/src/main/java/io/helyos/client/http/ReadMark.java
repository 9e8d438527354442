package io.helyos.client.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The last write that this caller has seen answered. Sent with every read, so that the daemon that
/// answers it, whichever it is, shows that write.
public interface ReadMark {
  Optional<String> last();

  void remember(String mark);

  /// The mark is gone on the daemon's side, for instance because its data was wiped.
  void forget();

  /// Lives as long as the client.
  static ReadMark inMemory() {
    var held = new AtomicReference<Optional<String>>(Optional.empty());
    return new ReadMark() {
      @Override
      public Optional<String> last() {
        return held.get();
      }

      @Override
      public void remember(String mark) {
        held.set(Optional.of(mark));
      }

      @Override
      public void forget() {
        held.set(Optional.empty());
      }
    };
  }
}
