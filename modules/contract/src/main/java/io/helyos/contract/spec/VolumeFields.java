package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ListShape;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Shape;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.ContainerPath;
import io.helyos.contract.spec.text.NodeDirectory;
import io.helyos.contract.spec.text.SizeText;
import io.helyos.contract.spec.text.VolumeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `volumes`: named, bind or tmpfs, told apart by their first field.
final class VolumeFields {
  static final Map<String, Object> SIZE_SCHEMA =
      Map.of("type", "string", "pattern", "^" + SizeText.PATTERN + "$");

  static final Field<Optional<String>> NAME =
      Field.optional(
          "name",
          Scalars.text("a volume's name", VolumeName::parse),
          "A volume that the engine keeps; it outlives the deployment.");
  static final Field<Optional<String>> PATH =
      Field.optional(
          "path",
          Scalars.text("an absolute path", NodeDirectory::parse),
          "A directory of the node.");
  static final Field<Optional<Long>> TMPFS =
      Field.optional(
          "tmpfs",
          Scalars.text(
              "a size such as 64m",
              "add the unit",
              SizeText.between("4k", Limits.MOST_MEMORY),
              SIZE_SCHEMA),
          "A file system in memory of this size.");
  static final Field<String> MOUNT =
      Field.required(
          "mount",
          Scalars.text("an absolute path", ContainerPath::parseMount),
          "Where the container sees it.");
  static final Field<Boolean> READONLY =
      Field.standard(
          "readonly",
          Scalars.bool(),
          false,
          false,
          "Whether a directory of the node is protected.");

  static final Shape<List<VolumeSpec>> LIST =
      new ListShape<>(
          "a list of volumes",
          ObjectShape.<VolumeSpec>of(
                  "volume", List.of(NAME, PATH, TMPFS, MOUNT, READONLY), VolumeFields::build)
              .oneOf(List.of(NAME, PATH, TMPFS))
              .checking(VolumeFields::readonlyIsForPaths),
          0,
          Limits.ENTRIES,
          volume -> List.of("the mount " + volume.mount()));

  private VolumeFields() {}

  private static void readonlyIsForPaths(Values values, Reading reading) {
    if (values.has(READONLY) && !values.has(PATH)) {
      reading.refuse(
          values,
          READONLY,
          Code.CONFLICT,
          "expected readonly beside path only, found it beside another kind of volume: remove it");
    }
  }

  private static VolumeSpec build(Values v) {
    var mount = v.get(MOUNT);
    return v.get(NAME)
        .<VolumeSpec>map(name -> new VolumeSpec.Named(name, mount))
        .or(() -> v.get(PATH).map(path -> new VolumeSpec.Bind(path, mount, v.get(READONLY))))
        .orElseGet(() -> new VolumeSpec.Tmpfs(v.get(TMPFS).orElseThrow(), mount));
  }
}
