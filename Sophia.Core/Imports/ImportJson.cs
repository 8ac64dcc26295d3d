using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Core.Lists;

namespace Sophia.Core.Imports;

/// <summary>The JSON form of imports, answered and stored alike.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Import))]
[JsonSerializable(typeof(Page<Import>))]
[JsonSerializable(typeof(ImportKey))]
[JsonSerializable(typeof(ImportMapping))]
[JsonSerializable(typeof(IReadOnlyList<ImportColumn>))]
[JsonSerializable(typeof(IReadOnlyList<ImportStage>))]
[JsonSerializable(typeof(IReadOnlyList<BadLine>))]
[JsonSerializable(typeof(IReadOnlyList<IReadOnlyDictionary<string, string?>>))]
public sealed partial class ImportJson : JsonSerializerContext;
