package io.helyos.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.contract.resource.WireFormat;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Resources as JSON and YAML, with the names that the API gives them.
public final class Documents {
  private static final ObjectMapper JSON = WireFormat.answers();

  private Documents() {}

  /// For people and for programs that read whole documents.
  public static String pretty(Object resource) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(resource);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A resource cannot be written: " + resource, e);
    }
  }

  /// One line, for streams.
  public static String compact(Object resource) {
    try {
      return JSON.writeValueAsString(resource);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A resource cannot be written: " + resource, e);
    }
  }

  public static String yaml(Object resource) {
    var tree = JSON.convertValue(resource, Object.class);
    var settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(10_000).build();
    return new Dump(settings).dumpToString(tree);
  }
}
