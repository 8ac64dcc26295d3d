using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Churn.Health;

/// <summary>The parts of a customer's health.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HealthComponent>))]
public enum HealthComponent
{
    /// <summary>How much the customer talks and meets with us.</summary>
    Engagement,

    /// <summary>How much the product is used.</summary>
    Usage,

    /// <summary>How many problems there are and how fast they end.</summary>
    Support,

    /// <summary>How the customer speaks.</summary>
    Sentiment,

    /// <summary>How the contract stands: term, renewal, payment.</summary>
    Contract,
}
