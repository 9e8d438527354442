package io.helyos.persistence.serialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.model.Decider;
import io.helyos.model.Rejection;
import io.helyos.model.access.AccessCommand;
import io.helyos.model.agent.Order;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.node.Granted;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.ExecPlace;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodReport;
import io.helyos.model.project.Listed;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.scheduling.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What daemons say to each other in words of the model: commands, the values of answers, orders.
/// Never stored, so there are no versions; daemons of two builds understand each other as far as
/// both know the fields. Free of state, for any thread.
public final class MessageFormat {
  /// Each word has a short name, which stands for its type and never changes.
  private static final Map<String, Class<?>> TYPES = types();

  private static final Map<Class<?>, String> NAMES = names();

  private final ObjectMapper mapper =
      Mappers.states().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static Map<String, Class<?>> types() {
    var types = new HashMap<String, Class<?>>();
    commands("cluster", ClusterCommand.class, types);
    commands("node", NodeCommand.class, types);
    commands("project", ProjectCommand.class, types);
    commands("deployment", DeploymentCommand.class, types);
    commands("pod", PodCommand.class, types);
    commands("access", AccessCommand.class, types);
    var others =
        List.of(
            Order.class,
            Rejection.class,
            Granted.class,
            Listed.class,
            PodReport.class,
            ExecPlace.class,
            Needs.class,
            Verdict.Chosen.class,
            Verdict.NoneFits.class,
            Decider.Accepted.class);
    others.forEach(type -> types.put(type.getSimpleName(), type));
    return Map.copyOf(types);
  }

  private static void commands(String kind, Class<?> sealed, Map<String, Class<?>> types) {
    records(sealed).forEach(type -> types.put(kind + "." + type.getSimpleName(), type));
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageFormat::records)
        : Stream.of(type);
  }

  private static Map<Class<?>, String> names() {
    var names = new HashMap<Class<?>, String>();
    TYPES.forEach((name, type) -> names.put(type, name));
    return Map.copyOf(names);
  }

  /// The name of a value's type.
  public String name(Object value) {
    var name = NAMES.get(value.getClass());
    if (name != null) return name;
    throw new IllegalArgumentException(
        "%s is nothing that daemons say to each other. Add it to the table."
            .formatted(value.getClass()));
  }

  public byte[] write(Object value) {
    try {
      return mapper.writerFor(value.getClass()).writeValueAsBytes(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("Cannot write: " + value, failure);
    }
  }

  public Object read(String name, byte[] bytes) {
    var type = TYPES.get(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "Expected a word that this build knows, found '%s'. Was it said by a newer one?"
              .formatted(name));
    }
    try {
      return mapper.readerFor(type).readValue(bytes);
    } catch (IOException failure) {
      throw new IllegalArgumentException(
          "Expected a %s, found something else: %s".formatted(name, failure.getMessage()), failure);
    }
  }
}
