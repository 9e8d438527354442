package io.helyos.http.problem;

import io.helyos.contract.resource.ChangeAnswer;

/// Every kind of problem that the native API answers with.
public enum ProblemKind {
  BAD_REQUEST(400, "bad-request", "The request cannot be read"),
  BAD_OFFSET(400, "bad-offset", "There is no such place in the journal"),
  UNREADABLE(400, "unreadable", "The document cannot be read"),
  UNAUTHORIZED(401, "unauthorized", "A token is needed"),
  FOREIGN_ORIGIN(403, "foreign-origin", "Requests of other web sites are refused"),
  NOT_FOUND(404, "not-found", "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "The path does not take this method"),
  TOO_SLOW(408, "request-timeout", "The request took too long to arrive"),
  CONFLICT(409, "conflict", "The state of things forbids it"),
  NEEDLESS(409, "needless", "It is so already"),
  STALE(409, "stale", "This is over"),
  PRECONDITION(412, "precondition-failed", "The state is another one"),
  UNKNOWN_MARK(412, ChangeAnswer.UNKNOWN_MARK, "The journal does not reach that far"),
  TOO_LARGE(413, "too-large", "The body is too large"),
  URI_TOO_LONG(414, "uri-too-long", "The address is too long"),
  UNSUPPORTED_TYPE(415, "unsupported-media-type", "The body is of a type that is not taken"),
  MISDIRECTED(421, "misdirected", "This daemon does not have that name"),
  INVALID(422, "invalid", "The request makes no sense"),
  UPGRADE_REQUIRED(426, "upgrade-required", "The path speaks another protocol"),
  TOO_MANY(429, "too-many-requests", "Too much at once"),
  HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are too large"),
  INTERNAL(500, "internal", "The daemon made a mistake"),
  NOT_IMPLEMENTED(501, "not-implemented", "The method is not known"),
  UNAVAILABLE(503, "unavailable", "Not now"),
  STARTING(503, "starting", "The daemon is starting"),
  VERSION_NOT_SUPPORTED(505, "http-version", "The protocol is not spoken");

  private final int status;
  private final String code;
  private final String title;

  ProblemKind(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /// The kind for a status that the HTTP parser has chosen.
  public static ProblemKind ofStatus(int status) {
    for (var kind : values()) if (kind.status == status) return kind;
    return status < 500 ? BAD_REQUEST : INTERNAL;
  }
}
