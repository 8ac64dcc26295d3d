using System.Text.Json.Serialization;

namespace Sophia.Integrations.Imports;

/// <summary>The JSON form of a record's values.</summary>
[JsonSerializable(typeof(Dictionary<string, string?>))]
internal sealed partial class ImportedValuesJson : JsonSerializerContext;
