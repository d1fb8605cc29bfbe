using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Pages;

/// <summary>
/// Neither an address (W-19) nor the browser's storage (W-20) holds the value of the session's cookie. Where no cookie holds a session, or
/// nothing was looked through, nothing is known.
/// </summary>
/// <param name="place">One of <see cref="SessionPlaces"/>.</param>
public sealed class SessionIsNotNamed(string place) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"none of the {place} holds what opens the session";
        return evidence.Step.OfType<SessionSought>().LastOrDefault(sought => sought.In == place) switch
        {
            null => Judgement.CantTell(expected, "cannot tell: nobody looked"),
            { Cookies.Count: 0 } => Judgement.CantTell(expected, "cannot tell: no cookie that the recipe knows holds a session"),
            { Found.Count: > 0 } sought => Judgement.Of(false, expected, $"found in {string.Join(" and in ", sought.Found)}"),
            { Searched: 0, In: SessionPlaces.Addresses } => Judgement.CantTell(
                expected, "cannot tell: nobody noted what the browser asked for"),
            { } sought => Judgement.Of(true, expected, $"{string.Join(", ", sought.Cookies)} is in none of {sought.Searched}"),
        };
    }
}
