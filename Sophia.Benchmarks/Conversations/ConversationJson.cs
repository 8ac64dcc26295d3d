using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sophia.Benchmarks.Conversations;

/// <summary>A line of the sentiment verb's input; ids are handed back as they came, text or number.</summary>
internal sealed record TextLine(JsonElement Id, string Text);

/// <summary>A line of its output.</summary>
internal sealed record SentimentLine(JsonElement Id, double Score, string Label);

/// <summary>A line of the topics verb's input; titles are known in the development data only.</summary>
internal sealed record MeetingLine(JsonElement Id, string[][] Turns, TopicSpans[] Topics);

/// <summary>A topic: its title, where known, and its first and last turns.</summary>
internal sealed record TopicSpans(string? Title, int[][] Spans);

/// <summary>A line of the topics verb's output.</summary>
internal sealed record TermsLine(JsonElement Id, string[][] Terms);

/// <summary>A line of the classify verb's output.</summary>
internal sealed record ClassLine(int Id, string Topic);

/// <summary>The wire format of the batch verbs: one object a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TextLine))]
[JsonSerializable(typeof(SentimentLine))]
[JsonSerializable(typeof(MeetingLine))]
[JsonSerializable(typeof(TermsLine))]
[JsonSerializable(typeof(ClassLine))]
internal sealed partial class ConversationJson : JsonSerializerContext;
