namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>How firm a next step is.</summary>
public enum NextStepKind
{
    /// <summary>The speaker will do it.</summary>
    Commitment,

    /// <summary>The speaker asks somebody else to do it.</summary>
    Request,

    /// <summary>The speaker proposes that all do it, or names it as the next step.</summary>
    Proposal,
}
