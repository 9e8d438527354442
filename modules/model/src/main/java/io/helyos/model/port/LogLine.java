package io.helyos.model.port;

import java.time.Instant;

/// One line that a container wrote, without its line end. A line above 16 KiB comes in pieces.
public record LogLine(Instant time, boolean stderr, String text) {}
