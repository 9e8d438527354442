package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ListShape;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Capability;
import io.helyos.contract.spec.text.SecurityOption;
import java.util.List;

/// The fields that make a container's fence higher or lower.
final class IsolationFields {
  record Capabilities(List<String> add, List<String> drop) {}

  static final Field<List<String>> ADD =
      Field.standard(
          "add",
          ListShape.of(
              "a list of capabilities",
              Scalars.text("a capability", Capability::parseAdded),
              0,
              Limits.ENTRIES),
          List.of(),
          "Of Docker's default set, after drop.");
  static final Field<List<String>> DROP =
      Field.standard(
          "drop",
          ListShape.of(
              "a list of capabilities",
              Scalars.text("a capability", Capability::parseDropped),
              0,
              Limits.ENTRIES),
          List.of(),
          "Beyond NET_RAW and MKNOD, which are always dropped; or ALL.");
  static final Field<Capabilities> CAPABILITIES =
      Field.standard(
          "capabilities",
          ObjectShape.of(
              "capabilities", List.of(ADD, DROP), v -> new Capabilities(v.get(ADD), v.get(DROP))),
          new Capabilities(List.of(), List.of()),
          "Linux capabilities of the container.");
  static final Field<List<String>> SECURITY_OPT =
      Field.standard(
          "securityOpt",
          ListShape.of(
              "a list of security options",
              Scalars.text("a security option", SecurityOption::parse),
              0,
              Limits.ENTRIES),
          List.of(),
          "Docker's security options, as far as they confine further.");
  static final Field<Boolean> READONLY_ROOTFS =
      Field.standard(
          "readonlyRootfs",
          Scalars.bool(),
          false,
          false,
          "Whether only volumes can be written to.");

  static final List<Field<?>> ALL = List.of(CAPABILITIES, SECURITY_OPT, READONLY_ROOTFS);

  private IsolationFields() {}

  static IsolationSpec build(Values v) {
    var capabilities = v.get(CAPABILITIES);
    return new IsolationSpec(
        capabilities.add(), capabilities.drop(), v.get(SECURITY_OPT), v.get(READONLY_ROOTFS));
  }
}
