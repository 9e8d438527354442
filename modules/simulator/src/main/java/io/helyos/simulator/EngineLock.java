package io.helyos.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One engine's lock. What a turn owes to the world outside (answers, events, lines) is paid after
/// the lock is free, on the same thread: no callback ever runs under it.
final class EngineLock {
  private final ReentrantLock lock = new ReentrantLock();
  private List<Runnable> owed = new ArrayList<>();

  <T> T turn(Supplier<T> work) {
    List<Runnable> mine = List.of();
    lock.lock();
    try {
      return work.get();
    } finally {
      if (lock.getHoldCount() == 1 && !owed.isEmpty()) {
        mine = owed;
        owed = new ArrayList<>();
      }
      lock.unlock();
      mine.forEach(Runnable::run);
    }
  }

  void turn(Runnable work) {
    turn(() -> {
      work.run();
      return true;
    });
  }

  /// Only within a turn.
  void afterwards(Runnable work) {
    owed.add(work);
  }
}
