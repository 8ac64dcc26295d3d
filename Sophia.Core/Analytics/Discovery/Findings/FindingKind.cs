using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>What a finding is about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>A quarter in which a much different share of closed deals was won.</summary>
    Quarter,

    /// <summary>A seller who wins a much different share than peers with the same mix of deals.</summary>
    Seller,

    /// <summary>A part of the business (region, product line, segment) that wins a much different share than the others.</summary>
    Part,

    /// <summary>A customer who bought regularly and has stopped.</summary>
    LostCustomer,
}
