namespace Sophia.Sandbox.Crm;

/// <summary>Where a company is and which team sells to it.</summary>
internal enum Region
{
    NorthAmerica,
    Emea,
    Apac,
    Latam,
}
