package io.helyos.model.journal;

/// An event as bytes, with what is needed to read them again.
public record EncodedEvent(String type, int version, byte[] bytes) {}
