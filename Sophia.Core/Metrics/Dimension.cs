using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Metrics;

/// <summary>What a metric can be split by.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Dimension>))]
public enum Dimension
{
    /// <summary>What is being sold.</summary>
    ProductLine,

    /// <summary>The region of the account that buys or that the call is about.</summary>
    Region,

    /// <summary>The market segment of the account that buys or that the call is about.</summary>
    Segment,

    /// <summary>The pipeline stage, by its label, in pipeline order.</summary>
    Stage,

    /// <summary>The department of the person, of a call's host or of a deal's seller.</summary>
    Department,

    /// <summary>What a call was about. A call with several topics counts under each of them, so that the parts do not add up to the whole.</summary>
    Topic,

    /// <summary>Who called whom: inbound, outbound or conference.</summary>
    CallDirection,

    /// <summary>The owner of a deal or the host of a call, by name.</summary>
    Seller,
}
