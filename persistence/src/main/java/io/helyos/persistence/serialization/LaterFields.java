package io.helyos.persistence.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.helyos.model.agent.Order;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.Revision;
import io.helyos.model.deployment.Slot;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Companion;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.pod.PodReport;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.StopPolicy;
import java.util.Map;
import java.util.Set;

/// Fields that records have got since their first bytes were written: options, which are empty
/// where older bytes lack them and which are not written when they are empty. So old bytes stay
/// readable, and whatever does not use the new is written as it always was. Every other field must
/// be there.
final class LaterFields extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  private static final Map<Class<?>, Set<String>> LATER =
      Map.ofEntries(
          Map.entry(StopPolicy.class, Set.of("leave")),
          Map.entry(Order.class, Set.of("drainSince", "companion")),
          Map.entry(PodTemplate.class, Set.of("companions")),
          Map.entry(Slot.class, Set.of("leaving", "left")),
          Map.entry(Assignment.class, Set.of("parts", "left")),
          Map.entry(Life.class, Set.of("last", "company")),
          Map.entry(Companion.class, Set.of("digest")),
          Map.entry(PodReport.class, Set.of("digests")),
          Map.entry(Revision.class, Set.of("companions")),
          Map.entry(Cluster.Founded.class, Set.of("gone", "chosen")),
          Map.entry(Node.Registered.class, Set.of("outage", "given", "drain")),
          Map.entry(Pod.Pending.class, Set.of("notBefore")),
          Map.entry(Pod.Stopping.class, Set.of("drain")),
          Map.entry(PodEvent.PodAssigned.class, Set.of("drainSince")),
          Map.entry(PodEvent.PodStopping.class, Set.of("drainSince")),
          Map.entry(DeploymentEvent.Deployed.class, Set.of("expires", "everyNode")),
          Map.entry(DeploymentEvent.Before.class, Set.of("expires", "everyNode")),
          Map.entry(Deployment.Absent.class, Set.of("former")),
          Map.entry(Deployment.Active.class, Set.of("expires", "everyNode")),
          Map.entry(Needs.class, Set.of("node")));

  @Override
  public Boolean hasRequiredMarker(AnnotatedMember member) {
    return member instanceof AnnotatedParameter parameter
        ? !isLater(parameter.getDeclaringClass(), name(parameter))
        : super.hasRequiredMarker(member);
  }

  @Override
  public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
    return annotated instanceof AnnotatedField field
            && isLater(field.getDeclaringClass(), field.getName())
        ? JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS)
        : super.findPropertyInclusion(annotated);
  }

  private static boolean isLater(Class<?> type, String field) {
    return LATER.getOrDefault(type, Set.of()).contains(field);
  }

  private static String name(AnnotatedParameter parameter) {
    var components = parameter.getDeclaringClass().getRecordComponents();
    return components == null || parameter.getIndex() >= components.length
        ? ""
        : components[parameter.getIndex()].getName();
  }
}
