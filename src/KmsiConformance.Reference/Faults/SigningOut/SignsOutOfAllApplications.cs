using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>Under scope Application a sign-out ends the sessions of all applications.</summary>
internal sealed class SignsOutOfAllApplications : Conduct, IFault
{
    public static string Does => "Under scope Application a sign-out ends the sessions of all applications.";

    public static IReadOnlyList<string> Violates => ["R-064"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override IEnumerable<SessionKey> SignedOut(SessionKey key, IReadOnlyList<AppRegistration> registered) =>
        key.ClientId is null ? [key] : registered.Select(app => new SessionKey(ClientId: app.ClientId));
}
