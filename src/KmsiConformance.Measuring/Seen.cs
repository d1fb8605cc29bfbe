using KmsiConformance.Ledger.Measured;

namespace KmsiConformance.Measuring;

/// <summary>What a visit to a protected page comes to.</summary>
internal enum Seen
{
    /// <summary>The visitor is let in without a word.</summary>
    SignedIn,

    /// <summary>The visitor is asked who they are.</summary>
    Asked,
}

/// <summary>Words for it.</summary>
internal static class SeenWords
{
    /// <summary>As <see cref="Measurement"/> says it.</summary>
    public static string Text(this Seen seen) => seen == Seen.SignedIn ? SignedIn : Asked;

    public const string SignedIn = "signed-in";

    public const string Asked = "asked";
}

/// <summary>A visit to a session of some age.</summary>
/// <param name="What">What it came to.</param>
/// <param name="Least">The age of the session at least.</param>
/// <param name="Most">Its age at most: signing in and looking take their time.</param>
internal sealed record Probe(Seen What, TimeSpan Least, TimeSpan Most);

/// <summary>A part of the measurement cannot go on; the message is a sentence without a full stop that says why.</summary>
public sealed class MeasureStoppedException(string message) : Exception(message);
