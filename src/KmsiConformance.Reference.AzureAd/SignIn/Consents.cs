using System.Collections.Concurrent;
using KmsiConformance.Reference.AzureAd.StaySignedIn;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Authorize;

namespace KmsiConformance.Reference.AzureAd.SignIn;

/// <summary>Which users have consented to which applications.</summary>
internal sealed class Consents(AzureAdSettings settings, StaySignedInRules rules)
{
    private readonly ConcurrentDictionary<(string User, string App), bool> _given = new();

    /// <summary>Whether this sign-in must ask: the application needs consent that was not given yet, or asks for it itself.</summary>
    public bool MustAsk(ReferenceUser user, AuthorizeRequest request) =>
        request.Prompt.Contains("consent", StringComparer.Ordinal)
        || (
            settings.AppsThatNeedConsent.Contains(request.App.ClientId, StringComparer.Ordinal)
                && !_given.ContainsKey((rules.ConsentsFor(user.ObjectId), request.App.ClientId)));

    public void Give(ReferenceUser user, AppRegistration app) => _given[(rules.ConsentsFor(user.ObjectId), app.ClientId)] = true;
}
