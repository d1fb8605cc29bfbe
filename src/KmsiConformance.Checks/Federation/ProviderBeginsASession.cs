using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Federation;

/// <summary>The identity provider itself accepts the credentials and begins a session of its own (R-014's first half).</summary>
public sealed class ProviderBeginsASession(string provider) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{provider} accepts the credentials and begins a session";
        if (evidence.Step.OfType<ProviderSessionStarted>().Any(session => session.Provider == provider)) return Judgement.Of(true, expected, "it did");
        return evidence.Step.OfType<ProviderPrompted>().Any(prompted => prompted.Provider == provider)
            ? Judgement.Of(false, expected, "it asked, and no session began")
            : Judgement.CantTell(expected, $"cannot tell: {provider} showed no page that asks");
    }
}
