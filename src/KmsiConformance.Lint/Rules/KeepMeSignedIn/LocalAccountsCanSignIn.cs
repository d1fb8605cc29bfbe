namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The box has no effect on federated accounts (P-06).</summary>
internal sealed class LocalAccountsCanSignIn() : PolicyRule(
    "KMSI083", Severity.Warning, "A policy that keeps users signed in lets local accounts sign in.",
    ["R-032", "R-033", "P-06"], Documents.All, "Prerequisites; Configure session behavior, Keep me signed in (2020)")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn
            || policy.Merged.Steps is not [{ Type: "CombinedSignInAndSignUp" } first, ..]
            || first.LocalExchanges.Count > 0)
            yield break;
        yield return Found(
            first.At,
            $"KeepAliveInDays is {policy.Settings.KeepAliveInDays}, but the first step has no local account sign-in "
            + $"({(first.ChosenExchanges.Count > 0 ? "only " + first.ChosenExchanges.List() : "it offers none at all")}), and federated "
            + "accounts are not kept signed in.",
            "Add a ClaimsProviderSelection with ValidationClaimsExchangeId, or remove KeepAliveInDays.");
    }
}
