using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Web.Api;

/// <summary>The JSON form of <see cref="ApiProblem"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ApiProblem))]
internal sealed partial class ApiProblemJson : JsonSerializerContext;
