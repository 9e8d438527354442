package io.helyos.contract.resource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was used in a period, and how well it ran.
///
/// @param from the first moment that is counted: none before the journal's first event
/// @param to the moment at which counting ended
/// @param by what the items are: `deployment`, `project` or `image`
/// @param unread entities that a newer build has written, which are counted up to then only
public record UsageResource(
    Instant from, Instant to, String by, List<Item> items, List<String> unread) {
  public UsageResource {
    items = Absent.list(items);
    unread = Absent.list(unread);
  }

  /// One deployment, project or image. Times of several pods at once add up.
  ///
  /// @param name `shop/api`, `shop`, or the image's digest; its name where no container of it ran
  /// @param podSeconds how long pods had a place on a node
  /// @param cpuSeconds cores that were granted to them, times how long
  /// @param memoryByteSeconds bytes that were granted to them, times how long
  /// @param repairs so many failures were mended
  /// @param meanTimeToRepair in seconds, null when nothing was mended
  /// @param wantedSeconds how long pods were wanted
  /// @param readySeconds how much of that they were ready
  /// @param availability the second part of the first, null when nothing was wanted
  public record Item(
      String name,
      BigDecimal podSeconds,
      BigDecimal cpuSeconds,
      BigDecimal memoryByteSeconds,
      long restarts,
      long repairs,
      @Nullable BigDecimal meanTimeToRepair,
      BigDecimal wantedSeconds,
      BigDecimal readySeconds,
      @Nullable Double availability) {}
}
