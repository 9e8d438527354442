package io.helyos.orchestrator.entity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.persistence.testkit.JournalOperation;
import org.apache.pekko.persistence.testkit.ProcessingPolicy;
import org.apache.pekko.persistence.testkit.ProcessingResult;
import org.apache.pekko.persistence.testkit.ProcessingSuccess;
import org.apache.pekko.persistence.testkit.StorageFailure;
import org.apache.pekko.persistence.testkit.WriteEvents;

/// A journal's disk that takes as long as the test wants, fails when told to, and counts the events
/// of each write.
final class SlowWrites implements ProcessingPolicy<JournalOperation> {
  private final List<Integer> sizes = new CopyOnWriteArrayList<>();
  private volatile boolean fails;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  CountDownLatch hold() {
    gate = new CountDownLatch(1);
    return gate;
  }

  void release() {
    gate.countDown();
  }

  /// The next write, or the one under way, comes to nothing.
  void failOne() {
    fails = true;
  }

  /// Events in each write so far, the one under way among them.
  List<Integer> sizes() {
    return sizes;
  }

  @Override
  public ProcessingResult tryProcess(String persistenceId, JournalOperation operation) {
    if (operation instanceof WriteEvents write) {
      sizes.add(write.batch().size());
      await();
      if (fails) {
        fails = false;
        return StorageFailure.create(new IllegalStateException("the disk is full"));
      }
    }
    return ProcessingSuccess.getInstance();
  }

  private void await() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
