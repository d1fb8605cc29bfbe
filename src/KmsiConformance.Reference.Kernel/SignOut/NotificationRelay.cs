using System.Security.Cryptography;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.SignOut;

/// <summary>
/// A frame can only be told an address. Where somebody must be told by POST, the frame loads a page of the service that
/// posts for it: once, and only what the service itself has put there.
/// </summary>
internal sealed class NotificationRelay(TimeProvider clock)
{
    /// <summary>The endpoint, below the policy.</summary>
    public const string Endpoint = "oauth2/v2.0/logout/relay";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ExpiringStore<Waiting> _waiting = new(clock, waiting => waiting.Until);

    /// <summary>The address that the frame loads.</summary>
    public string AddressFor(Exchange exchange, Notification notification)
    {
        if (notification.Form is null) return notification.Address;
        var name = Base64Url.Encode(RandomNumberGenerator.GetBytes(16));
        _waiting.Put(name, new Waiting(notification, clock.GetUtcNow() + Lifetime));
        return $"{exchange.Tenant.Origin}{exchange.PolicyPath}/{Endpoint}?n={name}";
    }

    /// <summary>Answers the frame.</summary>
    public Task AnswerAsync(Exchange exchange) => exchange.Query()["n"] is { } name && _waiting.Take(name) is { } waiting
        ? exchange.PageAsync(NotificationRelayPage.Render(exchange, waiting.Notification))
        : exchange.ErrorPageAsync(Trouble.LostState());

    private sealed record Waiting(Notification Notification, DateTimeOffset Until);
}
