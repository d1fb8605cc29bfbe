using System.CommandLine;
using KmsiConformance.Policies;
using KmsiConformance.Serving;

namespace KmsiConformance.Cli.Commands.Serve;

/// <summary>The option by which <c>kmsi serve --profile web</c> is told of its site, and what has no effect on one.</summary>
internal sealed class SiteOptions
{
    private readonly Option<string?> _site = new("--site")
    {
        Description = "With --profile web: a YAML file with the settings of the site, such as how long its sessions last.",
        HelpName = "FILE",
    };

    public Option Option => _site;

    /// <summary>Adds the site's settings to what is served.</summary>
    /// <param name="policies">The options of policies, and of the services that they call.</param>
    /// <param name="apps">The options of apps.</param>
    /// <exception cref="UserErrorException">An option has no effect under the profile.</exception>
    /// <exception cref="Suite.SuiteException">The file is wrong.</exception>
    public ServeOptions Register(
        ParseResult parsed, ServeOptions served, IReadOnlyList<Option> policies, IReadOnlyList<Option> apps)
    {
        var profile = $"--profile {served.Readings.Profile}";
        if (served.Readings.Product != LoginProduct.Web)
        {
            parsed.Refuse(profile, "whose login endpoint is no site without a protocol. Take '--profile web' to serve one", _site);
            return served;
        }

        parsed.Refuse(
            profile, "a site without a protocol that has no policies. Say how long its sessions last with '--site FILE'", [.. policies]);
        parsed.Refuse(
            profile, "a site without a protocol that no app uses: its own pages are opened, those of 'areas' in '--site FILE'",
            [.. apps]);
        return parsed.GetValue(_site) is { } path ? served.WithSite(path) : served;
    }
}
