package io.helyos.http.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.helyos.contract.problem.Fault;
import io.helyos.contract.resource.WireFormat;
import io.helyos.contract.spec.text.Nearest;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/// Reads small JSON bodies, strictly.
final class JsonBody {
  private static final ObjectMapper JSON = mapper();

  private JsonBody() {}

  static <T> T read(byte[] body, Class<T> type) {
    var text =
        PercentText.text(body)
            .orElseThrow(() ->
                Refusal.of(ProblemKind.UNREADABLE, "Expected JSON in UTF-8, found other bytes."));
    try {
      var value = JSON.readValue(text, type);
      if (value != null) return value;
    } catch (UnrecognizedPropertyException e) {
      throw unknown(e);
    } catch (JsonMappingException e) {
      throw text.isBlank() ? unreadable(e) : invalid(e);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
    throw Refusal.of(ProblemKind.INVALID, "Expected a JSON object, found null.");
  }

  private static Refusal unknown(UnrecognizedPropertyException e) {
    var known =
        e.getKnownPropertyIds() == null
            ? List.<String>of()
            : e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
    var near = Nearest.to(e.getPropertyName(), known);
    var detail =
        "There is no field `%s`. The fields are %s."
            .formatted(e.getPropertyName(), String.join(", ", known));
    return refusal(e, "unknown-field", detail, near.orElse(""));
  }

  private static Refusal invalid(JsonMappingException e) {
    return refusal(e, "bad-value", JsonFaults.sentence(e, path(e)), "");
  }

  private static Refusal refusal(
      JsonMappingException e, String code, String detail, String suggestion) {
    var at = e.getLocation();
    var fault =
        new Fault(
            at == null ? 0 : Math.max(at.getLineNr(), 0),
            at == null ? 0 : Math.max(at.getColumnNr(), 0),
            path(e),
            code,
            detail,
            suggestion.isEmpty() ? null : suggestion);
    return Refusal.of(ProblemKind.INVALID, detail, List.of(fault));
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static Refusal unreadable(JsonProcessingException e) {
    return Refusal.of(ProblemKind.UNREADABLE, JsonFaults.sentence(e));
  }

  private static ObjectMapper mapper() {
    var mapper = WireFormat.requests();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(100).build());
    return mapper;
  }
}
