package io.helyos.contract.exec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.contract.resource.WireFormat;

/// What is said beside the bytes, as text messages: `{"type":"resize","columns":80,"rows":24}`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ExecSignal.Resize.class, name = "resize"),
  @JsonSubTypes.Type(value = ExecSignal.InputEnd.class, name = "input-end"),
  @JsonSubTypes.Type(value = ExecSignal.Exit.class, name = "exit"),
  @JsonSubTypes.Type(value = ExecSignal.Failure.class, name = "failure")
})
public sealed interface ExecSignal {
  /// From the client: its terminal has another size now.
  record Resize(@JsonProperty(required = true) int columns, @JsonProperty(required = true) int rows)
      implements ExecSignal {}

  /// From the client: nothing more will be given to the command.
  record InputEnd() implements ExecSignal {}

  /// From the daemon, and its last word: the command has ended.
  record Exit(@JsonProperty(required = true) int code) implements ExecSignal {}

  /// From the daemon, and its last word: nobody knows what has become of the command.
  record Failure(@JsonProperty(required = true) String error) implements ExecSignal {}

  /// As it goes over the wire.
  default String json() {
    try {
      return Format.JSON.writerFor(ExecSignal.class).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A signal of ours cannot be written: " + this, e);
    }
  }

  /// Reads what the other side has said.
  ///
  /// @throws IllegalArgumentException when it is no signal
  static ExecSignal read(String json) {
    try {
      var signal = Format.JSON.readValue(json, ExecSignal.class);
      if (signal != null) return signal;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Expected a signal such as {\"type\":\"input-end\"}, found something else.", e);
    }
    throw new IllegalArgumentException("Expected a signal, found null.");
  }

  /// Built when the first signal is.
  final class Format {
    private static final ObjectMapper JSON = WireFormat.answers();

    private Format() {}
  }
}
