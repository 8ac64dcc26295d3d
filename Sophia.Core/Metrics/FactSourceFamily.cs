namespace Sophia.Core.Metrics;

/// <summary>Tells the family of a source of facts.</summary>
public static class FactSourceFamily
{
    extension(FactSource source)
    {
        /// <summary>The family that its facts belong to.</summary>
        public FactFamily Family => source switch
        {
            FactSource.Deal or FactSource.DealStageStay => FactFamily.Sales,
            FactSource.Call => FactFamily.Calls,
            FactSource.Employee => FactFamily.People,
            FactSource.SurveyResponse => FactFamily.Surveys,
        };
    }
}
