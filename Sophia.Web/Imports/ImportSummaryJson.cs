using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Core.Lists;

namespace Sophia.Web.Imports;

/// <summary>The JSON form of <see cref="ImportSummary"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ImportSummary>))]
internal sealed partial class ImportSummaryJson : JsonSerializerContext;
