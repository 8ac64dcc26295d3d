namespace Sophia.Sandbox.Crm;

/// <summary>Names and probabilities of the stages, as HubSpot's default pipeline gives them.</summary>
internal static class DealStages
{
    public static IReadOnlyList<DealStage> All { get; } = Enum.GetValues<DealStage>();

    extension(DealStage stage)
    {
        /// <summary>The internal name that deals carry.</summary>
        public string Key => stage switch
        {
            DealStage.AppointmentScheduled => "appointmentscheduled",
            DealStage.QualifiedToBuy => "qualifiedtobuy",
            DealStage.PresentationScheduled => "presentationscheduled",
            DealStage.DecisionMakerBoughtIn => "decisionmakerboughtin",
            DealStage.ContractSent => "contractsent",
            DealStage.ClosedWon => "closedwon",
            DealStage.ClosedLost => "closedlost",
        };

        public string Label => stage switch
        {
            DealStage.AppointmentScheduled => "Appointment Scheduled",
            DealStage.QualifiedToBuy => "Qualified To Buy",
            DealStage.PresentationScheduled => "Presentation Scheduled",
            DealStage.DecisionMakerBoughtIn => "Decision Maker Bought-In",
            DealStage.ContractSent => "Contract Sent",
            DealStage.ClosedWon => "Closed Won",
            DealStage.ClosedLost => "Closed Lost",
        };

        /// <summary>The chance of winning, 0 to 1, in HubSpot's spelling.</summary>
        public string Probability => stage switch
        {
            DealStage.AppointmentScheduled => "0.2",
            DealStage.QualifiedToBuy => "0.4",
            DealStage.PresentationScheduled => "0.6",
            DealStage.DecisionMakerBoughtIn => "0.8",
            DealStage.ContractSent => "0.9",
            DealStage.ClosedWon => "1.0",
            DealStage.ClosedLost => "0.0",
        };

        public bool IsClosed => stage is DealStage.ClosedWon or DealStage.ClosedLost;
    }

    public static DealStage? Find(string? key)
    {
        foreach (var stage in All)
        {
            if (string.Equals(stage.Key, key, StringComparison.Ordinal))
            {
                return stage;
            }
        }

        return null;
    }
}
