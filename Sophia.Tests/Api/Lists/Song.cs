using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Core.Lists;

namespace Sophia.Tests.Api.Lists;

internal sealed record Song(int Id, string Title, Singer Singer, IReadOnlyList<Verse> Verses);

internal sealed record Singer(string Name, int? Born);

internal sealed record Verse(string Text, int Lines);

internal sealed record SongKey(int Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<Song>))]
[JsonSerializable(typeof(SongKey))]
internal sealed partial class SongJson : JsonSerializerContext;
