using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Kernel.SignOut;

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
        if (await exchange.Tenant.Dialect.ProviderNotificationAsync(exchange, signedOut) is { } provider) told.Add(provider);
        told.AddRange(await ToAppsAsync(exchange, signedOut, initiator));
        return told;
    }

    /// <summary>Whom the sign-in page tells when a session is there all the same: nobody, unless a fault says otherwise.</summary>
    public static async Task<IReadOnlyList<Notification>> AtSignInAsync(Exchange exchange, Session? session, AppRegistration initiator) =>
        session is not null && exchange.Tenant.Rules.Notification.SignInNotifiesApps ? await ToAppsAsync(exchange, session, initiator) : [];

    private static async Task<IReadOnlyList<Notification>> ToAppsAsync(Exchange exchange, Session signedOut, AppRegistration? initiator)
    {
        var tenant = exchange.Tenant;
        if (!tenant.Rules.Notification.TellsApps) return [];
        IReadOnlyList<AppRegistration> participants =
            [.. signedOut.Participants.Select(participant => tenant.App(participant.ClientId)).OfType<AppRegistration>()];
        List<Notification> told = [];
        foreach (var app in tenant.Rules.Notification.Notified(participants, initiator, [.. tenant.Apps]))
        {
            // C-14: by a GET either way; to a SAML application the GET carries a LogoutRequest.
            var address = app.SamlMetadata is null
                ? tenant.Rules.Notification.NotificationAddress(app, signedOut) is { } plain
                    ? tenant.Dialect.Notification(tenant, plain, signedOut)
                    : null
                : tenant.Rules.Notification.TellsSamlApps ? await tenant.Dialect.SignOutAddressAsync(exchange, app, signedOut) : null;
            if (address is not null) told.Add(new Notification(app.Name, address));
        }

        return told;
    }
}
