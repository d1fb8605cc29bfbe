using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Serving;

namespace KmsiConformance.Cli.Commands.Serve;

/// <summary>Says to a person what is served, where, and who can sign in.</summary>
internal static class StartText
{
    private const int UsersShown = 20;

    public static void Print(TextWriter output, ServedReference served)
    {
        var options = served.Options;
        output.WriteLine(
            $"{(served.Site is null ? "Login endpoint" : "Site          ")}  {served.Login.Origin} "
            + $"({options.Readings.Profile}{(options.Fault is null ? "" : $", faulty: {options.Fault}")})");
        output.WriteLine($"Certificate     SHA-256 {ServedReference.CertificateSha256}");
        foreach (var (name, origin) in served.AppOrigins) output.WriteLine($"App             {origin} ({name})");
        foreach (var (name, address) in served.Site?.Areas ?? new Dictionary<string, string>())
            output.WriteLine($"Signed-in page  {address} ({name})");
        if (served.Stubs is { } stubs) output.WriteLine($"Stubs           {stubs.Origin} (REST services that policies call)");
        output.WriteLine($"Control         {served.ControlOrigin}, Authorization: Bearer {served.ControlToken}");
        output.WriteLine($"Start page      {served.StartPage}");
        if (served.Login.ReportsToken is { } token)
            output.WriteLine($"Sign-in log     {served.Login.SignInLogAddress}, Authorization: Bearer {token}");
        output.WriteLine();
        if (served.Site is { } site)
            output.WriteLine($"  {site.Words}; the sign-in page has {(site.OffersBox ? "the" : "no")} box");
        foreach (var policy in options.Policies)
        {
            output.WriteLine($"  {policy.PolicyId}: {policy.Settings}\n    {served.Login.Discovery(policy.PolicyId)}");
            foreach (var part in UnsupportedParts.Of(policy, options.Readings, served.Services))
                output.WriteLine($"    not played: {part.What}, {part.At}");
        }

        output.WriteLine();
        var isAzureAd = options.Readings.Product == LoginProduct.AzureAd;
        foreach (var user in options.Users.Take(UsersShown))
            output.WriteLine($"  {user.UserName}  {user.Password}"
                + $"{(isAzureAd && StandardAccounts.Words(user) is { } special ? $"  ({special})" : "")}");
        if (options.Users.Count > UsersShown)
            output.WriteLine(
                $"  and {options.Users.Count - UsersShown} more: curl -H 'Authorization: Bearer …' {served.ControlOrigin}/users");
        output.WriteLine();
        output.WriteLine("End it with Ctrl-C.");
    }
}
