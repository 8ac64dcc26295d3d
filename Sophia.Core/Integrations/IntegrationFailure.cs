using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Integrations;

/// <summary>Why a source system did not give what it was asked for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IntegrationFailure>))]
public enum IntegrationFailure
{
    /// <summary>It did not answer, or with an error of its own.</summary>
    Unavailable,

    /// <summary>It answers no more requests for now.</summary>
    LimitReached,

    /// <summary>It does not accept our credentials, or they lack a right.</summary>
    Refused,

    /// <summary>It understood a request and rejects it.</summary>
    Rejected,

    /// <summary>Sophia did not understand its answer, or failed itself.</summary>
    Unexpected,
}
