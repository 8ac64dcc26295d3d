namespace Sophia.Sandbox.Calls.Speech;

/// <summary>What a style does to a seller's turns.</summary>
/// <param name="Rambles">The chance that a turn strays from the subject.</param>
/// <param name="MostRambling">How many phrases it strays for at most.</param>
/// <param name="Pushes">The chance that a turn ends by pressing.</param>
/// <param name="Probes">The chance that a turn ends by asking.</param>
/// <param name="OpensUp">The chance that the customer says more than was asked.</param>
/// <param name="Fillers">The chance that a sentence begins with "um" and the like.</param>
/// <param name="Interrupts">The chance that a turn begins before the other has ended.</param>
/// <param name="PauseMilliseconds">The usual pause before a turn.</param>
/// <param name="WordsPerSecond">How fast the seller speaks.</param>
/// <param name="TalkShare">Our usual part of the talk, 0 to 1, for recordings that nobody wrote down.</param>
internal sealed record SellerManner(
    double Rambles, int MostRambling, double Pushes, double Probes, double OpensUp, double Fillers, double Interrupts, int PauseMilliseconds, double WordsPerSecond, double TalkShare)
{
    private static readonly SellerManner s_consultative = new(0, 0, 0, 0.35, 0.45, 0.04, 0.01, 1_400, 2.4, 0.46);
    private static readonly SellerManner s_pushy = new(0.1, 1, 0.45, 0, 0.06, 0.06, 0.20, 250, 2.9, 0.56);
    private static readonly SellerManner s_rambling = new(0.6, 2, 0, 0.05, 0.05, 0.22, 0.06, 450, 2.9, 0.66);
    private static readonly SellerManner s_concise = new(0, 0, 0.03, 0.15, 0.2, 0.02, 0.02, 800, 2.5, 0.42);

    // The two weak representatives ramble, only more so.
    private static readonly SellerManner s_weak = s_rambling with { Rambles = 0.95, OpensUp = 0, MostRambling = 4, Fillers = 0.3, Interrupts = 0.14, TalkShare = 0.78 };

    public static SellerManner Of(SellerStyle style, bool isWeak) => isWeak ? s_weak : style switch
    {
        SellerStyle.Consultative => s_consultative,
        SellerStyle.Pushy => s_pushy,
        SellerStyle.Rambling => s_rambling,
        SellerStyle.Concise => s_concise,
    };
}
