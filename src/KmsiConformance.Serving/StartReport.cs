using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Serving;

/// <summary>What a script needs to know to use a served reference; printed once, as one line of JSON.</summary>
/// <param name="Login">Origin of the login endpoint.</param>
/// <param name="Control">Origin of the control interface.</param>
/// <param name="ControlToken">Its bearer token.</param>
/// <param name="StartPage">The page for people, token included.</param>
/// <param name="Tenant">The tenant's name; null where a site is served.</param>
/// <param name="Discovery">The discovery document of each policy, by policy id; none where a site is served.</param>
/// <param name="CertificateSha256">By which an application knows the service: see <see cref="ServedReference.CertificateSha256"/>.</param>
/// <param name="Apps">The apps that come along, by name; none where a site is served.</param>
/// <param name="Site">The pages of the site without a protocol; null where a login endpoint of apps is served.</param>
/// <param name="Stubs">Origin of the REST services that policies call; null without <c>--stubs</c>.</param>
/// <param name="Users">The accounts, passwords included; they are written nowhere else.</param>
public sealed record StartReport(
    string Login, int Port, string Control, int ControlPort, string ControlToken, string StartPage, string? Tenant, string Profile,
    string? Fault,
    IReadOnlyDictionary<string, string> Discovery, string CertificateSha256, IReadOnlyDictionary<string, string> Apps,
    StartReport.SitePages? Site, string? Stubs, IReadOnlyList<StartReport.User> Users)
{
    public static StartReport Of(ServedReference served) => new(
        served.Login.Origin,
        new Uri(served.Login.Origin).Port,
        served.ControlOrigin,
        new Uri(served.ControlOrigin).Port,
        served.ControlToken,
        served.StartPage,
        served.Site is null ? served.Login.Tenant : null,
        served.Options.Readings.Profile,
        served.Options.Fault,
        served.Options.Policies.ToDictionary(policy =>
            policy.PolicyId, policy => served.Login.Discovery(policy.PolicyId), StringComparer.Ordinal),
        ServedReference.CertificateSha256,
        served.AppOrigins,
        served.Site is { } site ? new SitePages(site.SignIn, site.Areas) : null,
        served.Stubs?.Origin,
        [.. served.Login.Operator.Users.Select(User.Of)]);

    /// <summary>Never shows the token or a password.</summary>
    public override string ToString() => $"{Login}, controlled at {Control}";

    /// <summary>Where the pages of a site are.</summary>
    /// <param name="Areas">Those that need a sign-in, by name.</param>
    public sealed record SitePages(string SignIn, IReadOnlyDictionary<string, string> Areas);

    /// <summary>An account.</summary>
    public sealed record User(string UserName, string Password)
    {
        internal static User Of(ReferenceUser user) => new(user.UserName, user.Password);

        /// <summary>Never shows the password.</summary>
        public override string ToString() => UserName;
    }
}
