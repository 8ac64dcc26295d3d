using System.Text.Json.Serialization;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>The parts of facts that are kept as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<CallParty>))]
[JsonSerializable(typeof(IReadOnlyList<CallSegment>))]
internal sealed partial class FactJson : JsonSerializerContext;
