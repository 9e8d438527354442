package io.helyos.persistence.embedded;

import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializers;

/// Anything that Pekko has a serializer for, as content of a row.
final class ForeignObjects {
  private final Serialization serialization;

  ForeignObjects(ActorSystem system) {
    this.serialization = SerializationExtension.get(system);
  }

  ForeignContent toContent(Object value, String writer, String adapter) {
    var serializer = serialization.findSerializerFor(value);
    var manifest = Serializers.manifestFor(serializer, value);
    // Not by the serializer itself: references to actors in it need this system's address.
    var bytes = serialization.serialize(value).get();
    return new ForeignContent(serializer.identifier(), manifest, writer, adapter, bytes);
  }

  Object toObject(ForeignContent content) {
    return serialization
        .deserialize(content.bytes(), content.serializer(), content.manifest())
        .get();
  }
}
