using Npgsql;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>
/// What sources, columns and dimensions of facts are in SQL. Aliases: d the deal, a its account, t the stay, s the stage of the stay,
/// or of the deal where there is no stay; c the call, x its transcript, e the employee, r the survey answer, v its survey; p the
/// colleague behind it. Stages, accounts and colleagues that the source has removed still tell what facts were.
/// </summary>
internal static class FactSql
{
    private const string Account = "LEFT JOIN account a ON a.connection = d.connection AND a.external_id = d.account_id";

    // A call names the account as the system of the deals does, which is another connection.
    private const string CallAccount = """
        LEFT JOIN (
            SELECT DISTINCT ON (external_id) external_id, region, segment FROM account ORDER BY external_id, connection) AS a ON a.external_id = c.account_id
        """;

    // Computed once: for each deal of thousands it would cost more than all colleagues together.
    private const string Colleagues = "(SELECT * FROM colleague OFFSET 0)";

    /// <summary>The rows of a source, for the facts whose connections and identifiers are parameters 1 and 2, with what its family's rollups are split by.</summary>
    public static string FromKeys(FactSource source) =>
        $"unnest($1, $2) AS key (connection, external_id) JOIN {Root(source)} USING (connection, external_id) {Joins(source, source == FactSource.Call ? "colleague" : null, withAccount: false)} {Where(source)}";

    /// <summary>All rows of a source, with <paramref name="dimensions"/>.</summary>
    public static string From(FactSource source, IEnumerable<Dimension> dimensions)
    {
        var needed = dimensions.ToHashSet();
        var colleague = needed.Contains(Dimension.Seller) || needed.Contains(Dimension.Department) ? Colleagues : null;
        return $"{Root(source)} {Joins(source, colleague, needed.Contains(Dimension.Region) || needed.Contains(Dimension.Segment))} {Where(source)}";
    }

    /// <summary>
    /// What goes before reading facts by the thousand, in their transaction: Postgres cannot tell how many rows a condition on a joined
    /// member keeps, takes it for a handful and would walk through all colleagues for each of them; and compiling the statement takes
    /// longer than running it.
    /// </summary>
    public static IEnumerable<NpgsqlBatchCommand> PlanSettings() => [new("SET LOCAL enable_nestloop = off"), new("SET LOCAL jit = off")];

    /// <summary>Whether a row belongs to one of the members that a parameter names.</summary>
    public static string Keeps(FactSource source, Dimension dimension, int parameter) => IsList(dimension)
        ? $"{Member(source, dimension)} && ${parameter}"
        : $"{Member(source, dimension)} = ANY (${parameter})";

    /// <summary>The days on which a row begins and stops to count.</summary>
    public static (string From, string Until) Days(AddsUp addsUp) => addsUp switch
    {
        AddsUp.Flow flow => (Day(flow.At), "NULL::date"),
        AddsUp.Stock stock => (Day(stock.From), Day(stock.Until)),
        _ => throw new ArgumentOutOfRangeException(nameof(addsUp)),
    };

    /// <summary>Whether a row contributes to any of some components.</summary>
    public static string Condition(IEnumerable<MetricComponent> components) =>
        components.All(static component => component.Filter is not null)
            ? string.Join(" OR ", components.Select(static component => Of(component.Filter!.Value)).Distinct(StringComparer.Ordinal))
            : "true";

    /// <summary>What a row contributes to a component.</summary>
    public static string Value(MetricComponent component)
    {
        var measure = component.Measure is { } column ? Of(column) : "1";
        return component.Filter is { } filter ? $"CASE WHEN {Of(filter)} THEN {measure} ELSE 0 END" : measure;
    }

    /// <summary>The expression of a condition, measure or date.</summary>
    public static string Of(FactColumn column) => column switch
    {
        FactColumn.Amount => "coalesce(d.amount, 0)",
        FactColumn.WeightedAmount => "coalesce(d.amount, 0) * s.probability",
        FactColumn.SalesCycleDays => "round(extract(epoch FROM d.closed_at - d.created_at) / 86400, 6)",
        FactColumn.IsWon => "(s.is_closed AND s.is_won)",
        FactColumn.IsLost => "(s.is_closed AND NOT s.is_won)",
        FactColumn.IsClosed => "s.is_closed",
        FactColumn.IsOpen => "NOT s.is_closed",
        FactColumn.CreatedAt => "d.created_at",
        FactColumn.ClosedAt => "d.closed_at",
        FactColumn.EnteredAt => "t.entered_at",
        FactColumn.LeftAt => "t.left_at",
        FactColumn.IsExternalCall => "(c.is_internal IS NOT TRUE)",
        FactColumn.IsInternalCall => "(c.is_internal IS TRUE)",
        FactColumn.IsTalkMeasured => "(c.is_internal IS NOT TRUE AND c.our_talk_seconds IS NOT NULL AND c.their_talk_seconds IS NOT NULL)",
        FactColumn.IsSentimentKnown => "(c.is_internal IS NOT TRUE AND x.sentiment IS NOT NULL)",
        FactColumn.StartedAt => "c.started_at",
        FactColumn.DurationMinutes => "round(c.duration_seconds / 60.0, 6)",
        FactColumn.DurationHours => "round(c.duration_seconds / 3600.0, 6)",
        FactColumn.OurTalkSeconds => "c.our_talk_seconds",
        FactColumn.AllTalkSeconds => "(c.our_talk_seconds + c.their_talk_seconds)",
        FactColumn.Sentiment => "x.sentiment",
        FactColumn.HiredOn => "e.hired_on",
        // Nobody leaves before the first day: such a person was never here.
        FactColumn.LeftOn => "(CASE WHEN e.left_on < e.hired_on THEN e.hired_on ELSE e.left_on END)",
        FactColumn.SurveyDay => "v.held_on",
        FactColumn.Score => "r.score",
    };

    /// <summary>The UTC day of a date.</summary>
    public static string Day(FactColumn column) => column switch
    {
        FactColumn.HiredOn or FactColumn.LeftOn or FactColumn.SurveyDay => Of(column),
        _ => $"({Of(column)} AT TIME ZONE 'UTC')::date",
    };

    /// <summary>
    /// The member of a dimension that a row belongs to, empty where the source does not say it and null where the rows are not split
    /// by it; a list where <see cref="IsList"/> says so.
    /// </summary>
    public static string Member(FactSource source, Dimension dimension) => (source, dimension) switch
    {
        (_, Dimension.ProductLine) => "coalesce(d.product_line, '')",
        (_, Dimension.Region) => "coalesce(a.region, '')",
        (_, Dimension.Segment) => "coalesce(a.segment, '')",
        (FactSource.DealStageStay, Dimension.Stage) => "s.label",
        (FactSource.Employee, Dimension.Department) => "coalesce(e.department, '')",
        (FactSource.SurveyResponse, Dimension.Department) => "coalesce(r.department, w.department, '')",
        (_, Dimension.Department) => "coalesce(p.department, '')",
        (_, Dimension.Seller) => "coalesce(p.name, '')",
        (_, Dimension.CallDirection) => "CASE WHEN c.direction = 'unknown' THEN '' ELSE c.direction END",
        (_, Dimension.Topic) => "ARRAY(SELECT DISTINCT unnest(c.topic_names))",
        _ => "NULL::text",
    };

    /// <summary>The member, or the list of them, as text; null where the source does not say it.</summary>
    public static string MemberText(FactSource source, Dimension dimension) => IsList(dimension)
        ? $"nullif(array_to_string({Member(source, dimension)}, ', '), '')"
        : $"nullif({Member(source, dimension)}, '')";

    /// <summary>The connection that a row came through.</summary>
    public static string Connection(FactSource source) => $"{Alias(source)}.connection";

    /// <summary>What names a row to readers. Answers to surveys are numbered, so that nobody is known by his or her answer.</summary>
    public static string Id(FactSource source) => source == FactSource.SurveyResponse
        ? "(row_number() OVER (ORDER BY r.score DESC, md5(r.connection || r.external_id)))::text"
        : $"{Alias(source)}.external_id";

    /// <summary>Which of an object's rows a row is.</summary>
    public static string Ordinal(FactSource source) => source == FactSource.DealStageStay ? "t.ordinal" : "0";

    /// <summary>What people call a row.</summary>
    public static string Title(FactSource source) => source switch
    {
        FactSource.Deal or FactSource.DealStageStay => "d.name",
        FactSource.Call => "c.title",
        FactSource.Employee => "e.name",
        FactSource.SurveyResponse => "NULL::text",
    };

    /// <summary>Whether a row can belong to several members of a dimension.</summary>
    public static bool IsList(Dimension dimension) => dimension == Dimension.Topic;

    private static string Root(FactSource source) => source switch
    {
        FactSource.Deal or FactSource.DealStageStay => "deal d",
        FactSource.Call => "call c",
        FactSource.Employee => "employee e",
        FactSource.SurveyResponse => "survey_response r",
    };

    private static string Alias(FactSource source) => Root(source)[^1..];

    private static string Joins(FactSource source, string? colleague, bool withAccount) => source switch
    {
        FactSource.Deal => $"""
            LEFT JOIN deal_stage s ON s.connection = d.connection AND s.external_id = d.stage_id
            {Account}
            {Colleague(colleague, "d")}
            """,
        FactSource.DealStageStay => $"""
            JOIN deal_stage_stay t ON t.connection = d.connection AND t.deal_id = d.external_id
            JOIN deal_stage s ON s.connection = d.connection AND s.external_id = t.stage_id
            {Account}
            {Colleague(colleague, "d")}
            """,
        FactSource.Call => $"""
            LEFT JOIN call_transcript x ON x.connection = c.connection AND x.external_id = c.external_id AND NOT x.is_removed
            {(withAccount ? CallAccount : "")}
            {Colleague(colleague, "c")}
            """,
        FactSource.Employee => "",
        FactSource.SurveyResponse => """
            LEFT JOIN employee w ON w.connection = r.connection AND w.external_id = r.employee_id
            JOIN LATERAL (
                SELECT min(answered_on) AS held_on FROM survey_response
                WHERE connection = r.connection AND survey = r.survey AND NOT is_removed) AS v ON true
            """,
    };

    private static string Colleague(string? colleague, string fact) => colleague is null
        ? ""
        : $"LEFT JOIN {colleague} p ON p.connection = {fact}.connection AND p.external_id = {fact}.owner_id";

    private static string Where(FactSource source) => $"WHERE NOT {Alias(source)}.is_removed";
}
