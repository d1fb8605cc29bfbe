using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// The numbers of published keys are written in base64url without padding (RFC 7518, 6.2.1 and 6.3.1): what a generous app reads all the
/// same is no key to another one.
/// </summary>
/// <param name="app">The app that read the keys.</param>
public sealed class KeysAreWrittenInBase64Url(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the published keys are written in base64url without padding";
        return evidence.Everywhere.OfType<KeysRead>().LastOrDefault(read => read.App == app) is { } keys
            ? Judgement.Of(
                keys.Misspelt.Count == 0, Expected,
                keys.Misspelt.Count == 0 ? "they are" : $"these of their numbers are not: {string.Join(", ", keys.Misspelt)}")
            : Judgement.CantTell(Expected, $"cannot tell: {app} has read no keys so far");
    }
}
