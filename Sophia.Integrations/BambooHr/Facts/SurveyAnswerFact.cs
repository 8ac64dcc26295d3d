using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.BambooHr.Facts;

/// <summary>A row of the survey's dataset is an answer.</summary>
internal static class SurveyAnswerFact
{
    private const decimal HighestScore = 10;

    /// <summary>The fact, or null where the row does not say what was answered, when and to which survey.</summary>
    public static SurveyResponse? From(LoggedEvent logged, JsonElement source, BambooHrOptions options) =>
        SourceValue.Number(SourceValue.Text(source, options.SurveyScoreField)) is { } score and >= 0 and <= HighestScore
        && BambooHrDate.Of(source, options.SurveyDateField) is { } answeredOn
        && SourceValue.Text(source, options.SurveyNameField) is { } name
            ? new SurveyResponse
            {
                Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
                // A dataset has no versions: of equal ones the later in the log wins.
                SourceVersion = 0,
                Survey = name,
                AnsweredOn = answeredOn,
                EmployeeId = SourceValue.Text(source, options.SurveyEmployeeField),
                Department = SourceValue.Text(source, options.SurveyDepartmentField),
                Score = score,
            }
            : null;
}
