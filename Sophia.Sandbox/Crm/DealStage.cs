namespace Sophia.Sandbox.Crm;

/// <summary>The stages of HubSpot's default pipeline, in order.</summary>
internal enum DealStage
{
    AppointmentScheduled,
    QualifiedToBuy,
    PresentationScheduled,
    DecisionMakerBoughtIn,
    ContractSent,
    ClosedWon,
    ClosedLost,
}
