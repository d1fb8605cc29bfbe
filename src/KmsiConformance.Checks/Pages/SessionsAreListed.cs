using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Pages;

/// <summary>The page that lists a user's sessions lists each of them, and none that is over (W-26).</summary>
/// <param name="number">How many there are besides the one that looks.</param>
public sealed class SessionsAreListed(int number) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = Words(number);
        return evidence.Step.OfType<SessionsListed>().LastOrDefault() is { Number: var seen }
            ? Judgement.Of(seen == number, expected, Words(seen))
            : Judgement.CantTell(expected, "cannot tell: nobody saw the list");
    }

    private static string Words(int sessions) => sessions == 1
        ? "1 session is listed besides the one that looks"
        : string.Create(CultureInfo.InvariantCulture, $"{sessions} sessions are listed besides the one that looks");
}
