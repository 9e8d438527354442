package io.helyos.http.logs;

import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import java.util.Optional;

/// A reader gets on by a line of one pod, or by none: then only the place is news.
record Move(PodId pod, Place place, Optional<LogLine> line) {}
