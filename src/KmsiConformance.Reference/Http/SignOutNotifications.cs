using KmsiConformance.Reference.Federation;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference.Http;

/// <summary>Whom a sign-out tells. Everything that the page loads in its frames is in the one list that comes from here.</summary>
internal static class SignOutNotifications
{
    /// <summary>The notifications for a session that ended.</summary>
    /// <param name="signedOut">The session that there was; null when there was none, and then there is nobody to tell.</param>
    /// <param name="initiator">The application that asked for the sign-out; null when the request does not say.</param>
    public static async Task<IReadOnlyList<Notification>> OfAsync(Exchange exchange, Session? signedOut, AppRegistration? initiator)
    {
        if (signedOut is null) return [];

        // In the order of the document: first the identity provider, then the other applications.
        List<Notification> told = [];
        if (await FederatedSignOut.OfAsync(exchange, signedOut) is { } provider) told.Add(provider);
        told.AddRange(ToApps(exchange.Tenant, signedOut, initiator));
        return told;
    }

    private static IEnumerable<Notification> ToApps(Tenant tenant, Session signedOut, AppRegistration? initiator)
    {
        if (!tenant.Conduct.TellsApps) yield break;
        IReadOnlyList<AppRegistration> participants = [.. signedOut.Participants.Select(participant => tenant.App(participant.ClientId)).OfType<AppRegistration>()];
        foreach (var app in tenant.Conduct.Told(participants, initiator, [.. tenant.Apps]))
            if (tenant.Conduct.NotificationAddress(app, signedOut) is { } address) yield return new Notification(app.Name, tenant.Dialect.Notification(tenant, address, signedOut));
    }
}
