namespace Sophia.Sandbox.Calls;

/// <summary>What the analysis of a recording gives.</summary>
/// <param name="TalkSeconds">How long each participant talked, by index; 0 for who only listened.</param>
/// <param name="Topics">The subjects and how long each was talked about, in seconds.</param>
/// <param name="LongestMonologueSeconds">Our side's longest stretch, where there is a transcript.</param>
/// <param name="OurQuestions">Questions of our side, where there is a transcript.</param>
/// <param name="TheirQuestions">Questions of the other side, where there is a transcript.</param>
/// <param name="Trackers">How often words of each tracked kind were said, where there is a transcript.</param>
internal sealed record CallContent(
    IReadOnlyList<double> TalkSeconds,
    IReadOnlyList<(string Name, int Seconds)> Topics,
    double? LongestMonologueSeconds,
    int? OurQuestions,
    int? TheirQuestions,
    IReadOnlyList<(string Name, int Count)> Trackers);
