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

    /// <summary>The rows of a source, for the facts whose connections and identifiers are parameters 1 and 2.</summary>
    public static string FromKeys(FactSource source) => $"unnest($1, $2) AS key (connection, external_id) JOIN {Root(source)} USING (connection, external_id) {Joins(source)}";

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
        FactColumn.LeftOn => "e.left_on",
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
        (_, Dimension.CallDirection) => "CASE WHEN c.direction = 'unknown' THEN '' ELSE c.direction END",
        (_, Dimension.Topic) => "ARRAY(SELECT DISTINCT unnest(c.topic_names))",
        _ => "NULL::text",
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

    // Ends with the condition that every row meets.
    private static string Joins(FactSource source) => source switch
    {
        FactSource.Deal => $"""
            LEFT JOIN deal_stage s ON s.connection = d.connection AND s.external_id = d.stage_id
            {Account}
            WHERE NOT d.is_removed
            """,
        FactSource.DealStageStay => $"""
            JOIN deal_stage_stay t ON t.connection = d.connection AND t.deal_id = d.external_id
            JOIN deal_stage s ON s.connection = d.connection AND s.external_id = t.stage_id
            {Account}
            WHERE NOT d.is_removed
            """,
        FactSource.Call => """
            LEFT JOIN call_transcript x ON x.connection = c.connection AND x.external_id = c.external_id AND NOT x.is_removed
            LEFT JOIN colleague p ON p.connection = c.connection AND p.external_id = c.owner_id
            WHERE NOT c.is_removed
            """,
        FactSource.Employee => "WHERE NOT e.is_removed",
        FactSource.SurveyResponse => """
            LEFT JOIN employee w ON w.connection = r.connection AND w.external_id = r.employee_id
            JOIN LATERAL (
                SELECT min(answered_on) AS held_on FROM survey_response
                WHERE connection = r.connection AND survey = r.survey AND NOT is_removed) AS v ON true
            WHERE NOT r.is_removed
            """,
    };
}
