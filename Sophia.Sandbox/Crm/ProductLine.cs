namespace Sophia.Sandbox.Crm;

/// <summary>What is sold.</summary>
internal enum ProductLine
{
    Platform,
    Analytics,
    Security,
    Services,
}
