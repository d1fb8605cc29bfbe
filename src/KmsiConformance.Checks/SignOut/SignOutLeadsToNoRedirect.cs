using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>
/// A sign-out request that fails validation sends the browser nowhere (N-35, N-40). The specification leaves open which page
/// the user sees instead, and whether they are signed out.
/// </summary>
public sealed class SignOutLeadsToNoRedirect(string app)
    : SignOutCheck(app, SignOutOutcomes.NoRedirect, "no-redirect: the login endpoint keeps the browser and sends it nowhere")
{
    protected override bool Accepts(SignOutOutcome seen, Evidence evidence) => seen.Kind switch
    {
        SignOutOutcomes.Refused or SignOutOutcomes.SignedOutPage => true,

        // Whoever is signed out already may be shown the sign-in page.
        SignOutOutcomes.Stuck => evidence.Step.OfType<PageShown>().LastOrDefault() is
            { Kind: PageKinds.Credentials, Site: KnownSites.Login },
        _ => false,
    };
}
