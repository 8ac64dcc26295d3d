using System.Text.Json.Serialization;

namespace Sophia.LocalHost.Running;

/// <summary>The JSON of the files that a run writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RunAddresses))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class RunJson : JsonSerializerContext;
