package io.helyos.contract.resource;

import java.time.Instant;
import java.util.List;

/// The commands that daemons denied and refused.
///
/// @param refused the oldest first
/// @param dropped so many more were, in so short a time that they were only counted
public record AccessLogResource(List<Entry> refused, long dropped) {
  public AccessLogResource {
    refused = Absent.list(refused);
  }

  /// One command that was not carried out.
  ///
  /// @param daemon that refused it
  /// @param author the name of the token; empty when no good one was shown
  /// @param from the address that it came from; empty when it is not known
  /// @param status of the answer
  /// @param code of the problem
  /// @param reason in words
  public record Entry(
      Instant time,
      String daemon,
      String author,
      String from,
      String method,
      String path,
      int status,
      String code,
      String reason) {}
}
