package io.helyos.persistence.serialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.model.agent.Order;
import java.io.IOException;

/// Orders of the agent as bytes, with the same rules as events. Free of state, for any thread.
public final class OrderFormat {
  private final ObjectMapper mapper = Mappers.states();

  public byte[] write(Order order) {
    try {
      return mapper.writeValueAsBytes(order);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("Cannot write: " + order, failure);
    }
  }

  public Order read(byte[] bytes) {
    try {
      return mapper.readValue(bytes, Order.class);
    } catch (IOException failure) {
      throw new IllegalArgumentException(
          "Expected an order as this build writes it, found something else: "
              + failure.getMessage(),
          failure);
    }
  }
}
