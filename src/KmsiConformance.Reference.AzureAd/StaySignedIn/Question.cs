using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Reference.AzureAd.StaySignedIn;

/// <summary>Decides whether the question whether to stay signed in comes, and what holds where it does not.</summary>
internal static class Question
{
    /// <summary>Every reason against asking, in the order of <see cref="NoQuestion"/>; none means that the user is asked.</summary>
    public static IEnumerable<NoQuestion> Reasons(AzureAdTenant azureAd, AzureAdFlow flow, ReferenceUser user, bool? answeredForGood)
    {
        var settings = azureAd.Settings;
        var account = settings.Of(user);
        if (account.SignsInBy == AzureAdSignInMethod.SeamlessSso) yield return NoQuestion.SeamlessSso;
        if (account.SignsInBy == AzureAdSignInMethod.FederationWithWindows) yield return NoQuestion.FederationWithWindows;
        if (account.IsGuest) yield return NoQuestion.Guest;
        if (account.HasHighUserRisk) yield return NoQuestion.HighUserRisk;
        if (flow.HasConsented) yield return NoQuestion.Consent;
        if (ConditionalAccessApplies(azureAd, user)) yield return NoQuestion.PersistentBrowserSession;
        if (account.HasRiskySignIn) yield return NoQuestion.RiskySignIn;
        if (account.OnSharedDevice) yield return NoQuestion.SharedDevice;
        if (!settings.ShowsOptionToRemainSignedIn) yield return NoQuestion.OptionHidden;
        if (answeredForGood is not null) yield return NoQuestion.AnsweredForGood;
    }

    /// <summary>
    /// Whether the session outlives the browser where nobody was asked: as conditional access decides, else as the user
    /// once answered for good, else not. Conditional access goes before the branding.
    /// </summary>
    public static bool AnswerUnasked(
        AzureAdSettings settings, ReferenceUser user, bool? answeredForGood, IReadOnlyCollection<NoQuestion> reasons)
    {
        if (settings.PersistentBrowserSessions.TryGetValue(user.UserName, out var decided))
            return decided == PersistentBrowserSession.Always;

        // An answer from before counts only where the question would come: not for guests, not where the option is hidden.
        return answeredForGood == true && reasons.All(reason => reason == NoQuestion.AnsweredForGood);
    }

    private static bool ConditionalAccessApplies(AzureAdTenant azureAd, ReferenceUser user)
    {
        var sessions = azureAd.Settings.PersistentBrowserSessions;
        return sessions.Count > 0 && azureAd.Tenant.Rules.StaySignedIn.ConditionalAccessApplies(sessions.ContainsKey(user.UserName));
    }
}
