namespace Sophia.Sandbox.Calls.Speech;

/// <summary>One turn of a scene.</summary>
/// <param name="Role">Who speaks: R our seller, S our engineer, C the customer, D the customer's colleague.</param>
/// <param name="MayBeLeftOut">Whether it is not always said.</param>
/// <param name="Text">What is said, with choices and names in it.</param>
internal sealed record Turn(char Role, bool MayBeLeftOut, string Text);
