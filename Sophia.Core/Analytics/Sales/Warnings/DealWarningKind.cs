using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Sales.Warnings;

/// <summary>What can be wrong with an open deal.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DealWarningKind>))]
public enum DealWarningKind
{
    /// <summary>Nobody has estimated its value.</summary>
    NoAmount,

    /// <summary>It has no promised date.</summary>
    NoCloseDate,

    /// <summary>The promised date has passed.</summary>
    CloseDatePassed,

    /// <summary>Hardly any deal of its age ends by the promised date.</summary>
    ClosesTooSoon,

    /// <summary>It is in its stage longer than nine in ten deals.</summary>
    StuckInStage,

    /// <summary>It is older than nine in ten won deals were when they were won.</summary>
    OlderThanWonDeals,

    /// <summary>It went back to an earlier stage.</summary>
    MovedBack,

    /// <summary>It is larger than 99 in 100 won deals of its segment.</summary>
    UnusuallyLarge,
}
