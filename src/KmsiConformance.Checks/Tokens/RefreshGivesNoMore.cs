using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// A refresh that asks for more than was granted is refused, or gives no more than that and says so (RFC 6749, 6 and 5.1): an answer that
/// names no scope gives what was asked for.
/// </summary>
/// <param name="app">The app that asks.</param>
public sealed class RefreshGivesNoMore(string app) : Check
{
    private const string OfTheScope = "invalid_scope";

    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"no more than was granted: {app} asks for a wider scope and does not get it";
        if (evidence.Step.OfType<RefreshMisused>().LastOrDefault(tried => tried.App == app && tried.AskedScope is not null) is not { } seen)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no refresh token");
        if (!seen.Accepted)
            return seen.Error == OfTheScope
                ? Judgement.Of(true, expected, $"refused with {OfTheScope}")
                : Judgement.CantTell(
                    expected, $"cannot tell: the token endpoint gave {seen.Error ?? "no OAuth error"}, which may have another reason");
        if (seen.GivenScope is not { } given) return Judgement.Of(false, expected, "tokens came, and the answer names no other scope");
        var wider = seen.AskedScope!.Split(' ')[^1];
        return given.Split(' ').Contains(wider, StringComparer.Ordinal)
            ? Judgement.Of(false, expected, $"tokens came with {wider} among their scope")
            : Judgement.Of(true, expected, $"tokens came without {wider} among their scope");
    }
}
