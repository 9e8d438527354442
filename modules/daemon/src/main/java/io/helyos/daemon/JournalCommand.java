package io.helyos.daemon;

import io.helyos.daemon.inspect.Entities;
import io.helyos.daemon.inspect.EntityEvents;
import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.orchestrator.audit.Chains;
import io.helyos.persistence.archive.Archive;
import io.helyos.persistence.archive.ArchiveWriter;
import io.helyos.persistence.cassandra.feed.FeedImport;
import io.helyos.persistence.cassandra.feed.StoredFeed;
import io.helyos.persistence.serialization.JacksonCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `helyosd journal`: carries a whole journal from one place to another, and looks into one. No
/// daemon may be running on the journals meanwhile.
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description =
        "Carries a journal from one place to another, verifies it, and tells what is in it.")
final class JournalCommand {
  @Spec CommandSpec spec = CommandSpec.create();
  @ParentCommand HelyosDaemon daemon = new HelyosDaemon();

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes a whole journal into a new file.")
  int exportTo(
      @Parameters(paramLabel = "FILE", description = "File to write.") Path file,
      @Mixin JournalFlags journal) {
    var check = Chains.alone();
    Chains.Found found;
    try (var open = OpenJournal.of(journal.choice(daemon.file()));
        var archive = new ArchiveWriter(file)) {
      Pages.each(
          open.feed(),
          row -> {
            check.see(row);
            archive.add(row);
          });
      found = check.finish(open.heads());
      archive.finish();
    }
    say("Exported " + found);
    return 0;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Brings a file that export wrote into an empty keyspace of Cassandra.")
  int importFrom(
      @Parameters(paramLabel = "FILE", description = "File to read.") Path file,
      @Mixin JournalFlags journal) {
    var settings = journal.settings(daemon.file());
    var archive = Archive.open(file);
    var wanted = verified(archive);
    try (var session = OpenJournal.connect(settings)) {
      Journals.ensureSchema(session, settings).toCompletableFuture().join();
      var target = new FeedImport(session, settings.keyspace(), archive.sum().substring(0, 16));
      target.requireOwn().toCompletableFuture().join();
      bring(archive, target);
      var check = Chains.alone();
      Pages.each(new StoredFeed(session, settings.keyspace()), check::see);
      var found = check.finish(Map.of());
      if (!found.equals(wanted)) {
        throw new StartFailure("Expected %s after the import, found %s.".formatted(wanted, found));
      }
      say("Imported and verified " + found);
    }
    return 0;
  }

  private static Chains.Found verified(Archive archive) {
    var check = Chains.alone();
    archive.forEach(check::see);
    return check.finish(Map.of());
  }

  private static void bring(Archive archive, FeedImport target) {
    var page = new ArrayList<FeedRow>();
    archive.forEach(row -> {
      page.add(row);
      if (page.size() == FeedImport.PAGE) flush(page, target);
    });
    if (!page.isEmpty()) flush(page, target);
  }

  private static void flush(List<FeedRow> page, FeedImport target) {
    target.add(List.copyOf(page)).toCompletableFuture().join();
    page.clear();
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Looks whether a journal, or a file that export wrote, is whole and unchanged. Equal sums"
              + " mean equal events at equal offsets.")
  int verify(
      @Parameters(paramLabel = "FILE", arity = "0..1", description = "File to look into.")
          @Nullable Path file,
      @Mixin JournalFlags journal) {
    if (file != null) {
      say(verified(Archive.open(file)).toString());
      return 0;
    }
    var check = Chains.alone();
    try (var open = OpenJournal.of(journal.choice(daemon.file()))) {
      Pages.each(open.feed(), check::see);
      say(check.finish(open.heads()).toString());
    }
    return 0;
  }

  @Command(
      name = "inspect",
      mixinStandardHelpOptions = true,
      description =
          "Tells what stands in a journal, or in a file that export wrote: its entities, what this"
              + " build cannot read, and with --entity the events of one. Changes nothing.")
  int inspect(
      @Parameters(paramLabel = "FILE", arity = "0..1", description = "File to look into.")
          @Nullable Path file,
      @Option(
              names = "--entity",
              paramLabel = "ENTITY",
              description =
                  "Its events, each in full: pod|shop-api-0, deployment|shop-api, node|alpha.")
          @Nullable String entity,
      @Mixin JournalFlags journal) {
    var out = spec.commandLine().getOut();
    if (entity == null) {
      var entities = new Entities(new JacksonCodec());
      each(file, journal, entities::see);
      entities.print(out);
    } else {
      var events = new EntityEvents(entity(entity), new JacksonCodec(), out);
      each(file, journal, events::see);
      if (!events.isFound()) {
        throw new StartFailure(
            "Expected events of %s, found none. Without --entity all entities are listed."
                .formatted(entity));
      }
    }
    out.flush();
    return 0;
  }

  private static EntityId entity(String text) {
    try {
      return EntityId.parse(text.replaceFirst("^([a-z]+)/", "$1|"));
    } catch (IllegalArgumentException wrong) {
      throw new StartFailure(
          "Expected --entity to be like pod|shop-api-0, found %s.".formatted(text), wrong);
    }
  }

  private void each(@Nullable Path file, JournalFlags journal, Consumer<FeedRow> action) {
    if (file != null) {
      Archive.open(file).forEach(action);
      return;
    }
    try (var open = OpenJournal.of(journal.choice(daemon.file()))) {
      Pages.each(open.feed(), action);
    }
  }

  private void say(String text) {
    var out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
