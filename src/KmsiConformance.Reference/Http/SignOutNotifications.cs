using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference.Http;

/// <summary>Whom a sign-out tells. Everything that the page loads in its frames is in the one list that comes from here.</summary>
internal static class SignOutNotifications
{
    /// <summary>The notifications for a session that ended.</summary>
    /// <param name="signedOut">The session that there was; null when there was none, and then there is nobody to tell.</param>
    /// <param name="initiator">The application that asked for the sign-out; null when the request does not say.</param>
    public static IReadOnlyList<Notification> Of(Exchange exchange, Session? signedOut, AppRegistration? initiator) =>
        signedOut is null ? [] : [.. ToApps(exchange.Tenant, signedOut, initiator)];

    private static IEnumerable<Notification> ToApps(Tenant tenant, Session signedOut, AppRegistration? initiator)
    {
        if (!tenant.Conduct.TellsApps) yield break;
        IReadOnlyList<AppRegistration> participants = [.. signedOut.Participants.Select(participant => tenant.App(participant.ClientId)).OfType<AppRegistration>()];
        foreach (var app in tenant.Conduct.Told(participants, initiator, [.. tenant.Apps]))
            if (tenant.Conduct.NotificationAddress(app, signedOut) is { } address) yield return new Notification(app.Name, address);
    }
}
