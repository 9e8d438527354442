package io.helyos.contract.resource;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far the journal was at a time, signed by a daemon.
///
/// @param events so many were in it
/// @param sum over all of them in their order
/// @param root of the Merkle tree over the heads, in hex
/// @param heads of each entity: its newest sequence, a blank, and the hash there
/// @param key the public half of the Ed25519 key that has signed, in Base64
/// @param signature over time, events, sum and root, in Base64
public record CheckpointResource(
    Instant time,
    long events,
    String sum,
    String root,
    SortedMap<String, String> heads,
    String key,
    String signature) {
  public CheckpointResource {
    heads = Collections.unmodifiableSortedMap(new TreeMap<>(heads));
  }
}
