using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Core.Team;

/// <summary>The JSON form of what is said of people.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TeamPage))]
[JsonSerializable(typeof(TeamKey))]
public sealed partial class TeamJson : JsonSerializerContext;
