package io.helyos.model.journal;

import java.time.Instant;

/// An event as it is stored, once and for ever.
///
/// @param bytes the event as serialized when it happened; never rewritten
/// @param type its short name in the table of event types
/// @param version of that type's shape
/// @param time never before its own predecessor or its cause, whatever the clocks do
/// @param daemon the name of the daemon that wrote it
/// @param change id of the user's command that it follows from
/// @param author who gave that command: a token's name, or `system`
/// @param cause `entity@sequence` of the event that led to it, empty at the root
/// @param command id under which the sender may repeat the command, empty if it has none
/// @param digest of the request with that id
/// @param hash SHA-256 over the previous hash, entity, sequence and all fields above
public record Recorded(
    byte[] bytes,
    String type,
    int version,
    Instant time,
    String daemon,
    String change,
    String author,
    String cause,
    String command,
    String digest,
    byte[] hash) {}
