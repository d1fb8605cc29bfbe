using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// An app that shows who it is by HTTP Basic may name its client id in the body as well (RFC 6749, 2.3.1 and 3.2.1). That this is what
/// it is refused for is seen where the same request is taken without it: an app may be registered for another way to show its secret.
/// </summary>
/// <param name="app">The app.</param>
public sealed class ClientIdMayStandBesideBasic(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "tokens for a code that comes with HTTP Basic and the client_id in the body";
        var tries = evidence.Step.OfType<ExchangedByBasic>().Where(tried => tried.App == app).ToArray();
        if (tries.LastOrDefault(tried => tried.NamesClient) is not { } beside)
            return Judgement.CantTell(Expected, $"cannot tell: {app} got no code that it could exchange");
        if (beside.Accepted) return Judgement.Of(true, Expected, "tokens came");
        return tries.LastOrDefault() is { NamesClient: false, Accepted: true }
            ? Judgement.Of(false, Expected, $"refused with {beside.Error ?? "no OAuth error"}, and tokens came without the client_id")
            : Judgement.CantTell(
                Expected, $"cannot tell: refused with {beside.Error ?? "no OAuth error"}, and no tokens came without the client_id either");
    }
}
