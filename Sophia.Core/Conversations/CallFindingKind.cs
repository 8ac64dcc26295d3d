using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Conversations;

/// <summary>What was found in a call.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallFindingKind>))]
public enum CallFindingKind
{
    /// <summary>A reason not to buy.</summary>
    Objection,

    /// <summary>A competitor's name.</summary>
    Competitor,

    /// <summary>Talk of money.</summary>
    Pricing,

    /// <summary>Something that is to be done.</summary>
    NextStep,
}
