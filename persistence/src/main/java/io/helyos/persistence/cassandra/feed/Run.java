package io.helyos.persistence.cassandra.feed;

/// Events of one entity that follow each other in the feed.
record Run(String entity, long sequence, int count) {
  long last() {
    return sequence + count - 1;
  }
}
