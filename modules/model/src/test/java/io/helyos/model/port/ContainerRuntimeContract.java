package io.helyos.model.port;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/// What every container runtime must do, simulated or real. A subclass names the engine; the cases
/// stand, by subject, in the interfaces that this class implements.
@Timeout(180)
public abstract class ContainerRuntimeContract
    implements CreateCases,
        StartCases,
        StopCases,
        RemoveCases,
        RenameCases,
        ExecCases,
        ConversationCases,
        FileCases,
        LookCases,
        LogCases,
        EventCases,
        ImageCases,
        NetworkCases,
        SharedNetworkCases,
        CrowdCases,
        FaultCases {
  private Workbench bench;

  @Override
  public Workbench bench() {
    return bench;
  }

  @BeforeEach
  void takeAFreshBench() {
    bench = new Workbench(this);
  }

  @AfterEach
  void clearTheBench() {
    bench.clear();
  }
}
