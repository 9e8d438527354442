package io.helyos.client.stream;

/// One message of a stream.
///
/// @param id empty when the daemon gave none
/// @param data lines joined by line feeds
record SseFrame(String id, String data) {}
