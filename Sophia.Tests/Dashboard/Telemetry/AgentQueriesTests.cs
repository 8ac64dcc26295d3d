using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class AgentQueriesTests
{
    [Fact]
    public async Task Spans_with_gen_ai_attributes_are_a_conversation_with_tokens_and_cost_where_a_price_is_configured()
    {
        await using var dashboard = await TestDashboard.StartAsync(settings:
        [
            ("Telemetry:ModelPrices:small-model:InputPerMillion", "2"), ("Telemetry:ModelPrices:small-model:OutputPerMillion", "10"),
        ]);
        await dashboard.AcceptAsync("traces", Spans(
            Process("agents"),
            Span("invoke_agent advisor", "000000000000000a", kind: "internal", ago: 10, seconds: 5, attributes: [
                Attribute("gen_ai.operation.name", "invoke_agent"), Attribute("gen_ai.agent.name", "advisor"), Attribute("gen_ai.usage.input_tokens", 3000)]),
            Span("chat small-model", "000000000000000b", "000000000000000a", "client", ago: 9, seconds: 1, attributes: [
                Attribute("gen_ai.operation.name", "chat"), Attribute("gen_ai.provider.name", "openai"), Attribute("gen_ai.response.model", "small-model"),
                Attribute("gen_ai.usage.input_tokens", 1000), Attribute("gen_ai.usage.output_tokens", 100),
                Attribute("gen_ai.input.messages", """[{"role":"user","parts":[{"type":"text","content":"Why did revenue fall?"}]}]"""),
                Attribute("gen_ai.output.messages", """[{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"revenue","arguments":{"month":5}}]}]""")]),
            Span("execute_tool revenue", "000000000000000c", "000000000000000a", "internal", ago: 8, seconds: 1, attributes: [
                Attribute("gen_ai.operation.name", "execute_tool"), Attribute("gen_ai.tool.name", "revenue"), Attribute("gen_ai.tool.call.result", "12")]),
            Span("chat small-model", "000000000000000d", "000000000000000a", "client", ago: 7, seconds: 1, attributes: [
                Attribute("gen_ai.operation.name", "chat"), Attribute("gen_ai.response.model", "small-model"), Attribute("gen_ai.usage.input_tokens", 2000),
                Attribute("gen_ai.usage.output_tokens", 200)])));

        var conversation = Assert.Single((await dashboard.ReadAsync("agents")).EnumerateArray());
        var turns = (await dashboard.ReadAsync($"agents/{Trace}")).EnumerateArray().ToArray();

        Assert.Equal(("advisor", 4), (conversation.GetProperty("agent").GetString(), conversation.GetProperty("turns").GetInt32()));
        // The run's own tokens are those of its answers.
        Assert.Equal((3000, 300), (conversation.GetProperty("inputTokens").GetInt64(), conversation.GetProperty("outputTokens").GetInt64()));
        Assert.Equal((0.009m, "USD"), (conversation.GetProperty("cost").GetDecimal(), conversation.GetProperty("currency").GetString()));
        Assert.Equal(
            ["user text Why did revenue fall?", """assistant tool_call {"month":5}"""],
            turns[1].GetProperty("messages").EnumerateArray().Select(static message => $"{message.GetProperty("role").GetString()} {message.GetProperty("kind").GetString()} {message.GetProperty("text").GetString()}"), StringComparer.Ordinal);
        Assert.Equal("12", Assert.Single(turns[2].GetProperty("messages").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, turns[0].GetProperty("cost").ValueKind);
    }
}
