using System.Text.Json.Serialization;

namespace Sophia.Dashboard.Metrics;

/// <summary>The file of boards.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Board>))]
internal sealed partial class BoardJson : JsonSerializerContext;
