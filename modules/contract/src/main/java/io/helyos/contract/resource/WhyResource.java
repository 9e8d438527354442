package io.helyos.contract.resource;

import java.util.List;

/// Why a thing is as it is.
///
/// @param entity `pod|shop-api-0`
/// @param chain its newest step, what led to that, and so on back to the command; each event is the
///   cause of the one before it
public record WhyResource(String entity, List<EventResource> chain) {
  public WhyResource {
    chain = List.copyOf(chain);
  }
}
