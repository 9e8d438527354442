package io.helyos.persistence.serialization;

import io.helyos.model.journal.Recorded;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/// Lets Pekko carry a [Recorded] as the bytes of [RecordedFormat]. Named in `reference.conf`.
public final class RecordedSerializer extends SerializerWithStringManifest {
  /// Stored with what it wrote: never to be changed, never to be used for another serializer.
  public static final int IDENTIFIER = 648_001;

  /// The only kind of thing that it writes.
  public static final String MANIFEST = "recorded";

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object value) {
    return MANIFEST;
  }

  @Override
  public byte[] toBinary(Object value) {
    if (value instanceof Recorded recorded) return RecordedFormat.write(recorded);
    throw new IllegalArgumentException("Expected a recorded event, found " + value.getClass());
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    if (manifest.equals(MANIFEST)) return RecordedFormat.read(bytes);
    throw new IllegalArgumentException(
        "Expected the manifest '%s', found '%s'. Was it written by a newer build?"
            .formatted(MANIFEST, manifest));
  }
}
