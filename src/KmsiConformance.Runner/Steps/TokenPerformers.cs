using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Apps;

namespace KmsiConformance.Runner.Steps;

/// <summary>Has somebody else, or the app in a wrong way, try the app's next code.</summary>
internal sealed class MisuseCodePerformer : StepPerformer<MisuseCodeStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, MisuseCodeStep step, string profile, CancellationToken cancellation)
    {
        var app = world.App(step.App);
        if (!app.MisuseNextCode(new CodeMisuse(step.With, step.By))) throw new MissingEvidenceException($"{step.App} is not an app whose code can be intercepted");
        await world.OpenAsync(app.ProtectedPage(new AppVisit()), cancellation);
        return [new CodeIsOfNoUseToOthers(step.App)];
    }
}

/// <summary>Has the app use its refresh token.</summary>
internal sealed class RefreshPerformer : StepPerformer<RefreshStep>
{
    private const string Error = "error: ";

    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, RefreshStep step, string profile, CancellationToken cancellation)
    {
        if (!await world.App(step.App).RefreshAsync()) throw new MissingEvidenceException($"{step.App} has no refresh token");
        var expected = step.Expect.For(profile);
        return expected.StartsWith(Error, StringComparison.Ordinal)
            ? [new RefreshIsRefused(step.App, expected[Error.Length..])]
            : [new RefreshGivesNewTokens(step.App)];
    }
}

/// <summary>Looks at the app's last token.</summary>
internal sealed class ExpectTokenPerformer : StepPerformer<ExpectTokenStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectTokenStep step, string profile, CancellationToken cancellation)
    {
        List<Check> checks = [];
        if (step.User is { } user) checks.Add(new TokenNamesWhoSignedIn(step.App, world.Target.User(user).UserName));
        if (step.AuthTimeIsSignIn) checks.Add(new AuthTimeIsWhenCredentialsWereGiven(step.App));
        return Task.FromResult<IReadOnlyList<Check>>(checks);
    }
}
