package io.helyos.http.edge;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.tls.ServerNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.Host;

/// Keeps web pages out. A page that an operator has open may send requests to this machine, by its
/// own name or by one that it lets point here; a daemon that answers only to its own names and to
/// no foreign origin is out of its reach.
public final class Gate {
  private final Set<String> names;

  public Gate(Set<String> names) {
    this.names = names.stream().map(ServerNames::canonical).collect(Collectors.toUnmodifiableSet());
  }

  public void check(HttpRequest request) {
    var host = request.getHeader(Host.class).map(Gate::name).orElse("");
    if (!names.contains(host)) {
      throw Refusal.of(
          ProblemKind.MISDIRECTED,
          "Expected one of this daemon's names in the Host header (%s), found `%s`. Add it to the allowed hosts if it is meant."
              .formatted(String.join(", ", names.stream().sorted().toList()), shown(host)));
    }
    value(request, "Origin")
        .filter(origin -> !isOwn(origin, request))
        .ifPresent(origin -> {
          throw Refusal.of(
              ProblemKind.FOREIGN_ORIGIN,
              "Expected no Origin but the daemon's own, found another web site.");
        });
    value(request, "Content-Encoding")
        .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
        .ifPresent(encoding -> {
          throw Refusal.of(
              ProblemKind.UNSUPPORTED_TYPE,
              "Expected a body without Content-Encoding, found a compressed one. Send it plain.");
        });
  }

  private static boolean isOwn(String origin, HttpRequest request) {
    return value(request, "Host")
        .filter(host ->
            origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host))
        .isPresent();
  }

  private static Optional<String> value(HttpRequest request, String header) {
    return request.getHeader(header).map(found -> found.value());
  }

  private static String name(Host host) {
    var name = host.host().address().toLowerCase(Locale.ROOT);
    return ServerNames.canonical(
        name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
  }

  private static String shown(String host) {
    return host.length() > 100 ? host.substring(0, 100) + "..." : host;
  }
}
