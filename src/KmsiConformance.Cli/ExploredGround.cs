using KmsiConformance.Exploring.Journeys;
using KmsiConformance.Model;
using KmsiConformance.Policies;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Cli;

/// <summary>Where journeys are played: anywhere the reference can be, or at a target as its file says.</summary>
internal static class ExploredGround
{
    // Apps play their own sessions, whatever the target.
    private static readonly TimeSpan AppSession = TimeSpan.FromMinutes(5);

    /// <summary>Whether journeys are invented under a profile.</summary>
    public static bool IsKnown(ScenarioSuite suite, string profile) =>
        suite.Profiles.First(known => known.Id == profile).AppKind != AppRequest.Site;

    /// <summary>Refuses a profile under which no journeys are invented.</summary>
    /// <param name="mend">What to do instead.</param>
    /// <exception cref="UserErrorException">It is one of sites.</exception>
    public static void Check(ScenarioSuite suite, string profile, string mend)
    {
        if (!IsKnown(suite, profile))
            throw new UserErrorException(
                $"--profile {profile}: the model knows apps that use a login endpoint, and no sites of their own yet. {mend}");
    }

    /// <summary>The ground for a run.</summary>
    /// <param name="file">The target file; null for the reference.</param>
    public static Ground Of(RunOptions run, TargetFile? file)
    {
        var requirements = run.Suite.Requirements.Values.Where(requirement => requirement.Profiles.Contains(run.Profile))
            .Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal);
        var anywhere = new Ground(run.Profile, run.Suite.ReadingsOf(run.Profile), requirements);
        return file is null ? anywhere : anywhere with
        {
            Cast = new Cast([.. file.Apps.Keys.Order(StringComparer.Ordinal)], [.. file.Users.Keys.Order(StringComparer.Ordinal)]),
            Declared = new Settings(
                file.Policy.Session, file.Policy.PromisesBox ? file.Policy.KeepAlive : null, file.Policy.Expiry == ExpiryType.Rolling,
                SharingOf(file.Policy.Scope), AppSession)
            {
                Maximum = file.Policy.Maximum,
                KeepAliveMaximum = file.Policy.PromisesBox ? file.Policy.KeepAliveMaximum : null,
                RequiresHint = file.Policy.RequiresIdTokenHint,
                RefreshTokens = file.Apps.Values.All(app => app.OfflineAccess),
                AppsAreTold = file.Apps.Values.All(app => app.IsTold),
            },
            Absent = file.Absent.Keys.ToHashSet(StringComparer.Ordinal),
        };
    }

    private static Sharing SharingOf(SsoScope? scope) => scope switch
    {
        SsoScope.Application => Sharing.OneApp,
        SsoScope.Policy => Sharing.OnePolicy,
        SsoScope.Suppressed => Sharing.Nobody,
        _ => Sharing.Everybody,
    };
}
