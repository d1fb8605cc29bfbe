using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>The user was asked before the sign-out and said yes (N-34).</summary>
public sealed class UserConfirmsTheSignOut : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the login endpoint asks whether to sign out, and the user confirms it";
        if (!evidence.Step.OfType<PageShown>().Any()) return Judgement.CantTell(Expected, "cannot tell: no page came to rest");
        return evidence.Step.OfType<InterruptAnswered>().Any(answered => answered.Interrupt == PageKinds.ConfirmSignOut)
            ? Judgement.Of(true, Expected, "the user was asked and confirmed it")
            : Judgement.Of(false, Expected, "nobody was asked");
    }
}
