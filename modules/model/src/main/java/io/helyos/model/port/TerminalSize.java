package io.helyos.model.port;

/// How large a terminal is, in characters.
public record TerminalSize(int columns, int rows) {}
