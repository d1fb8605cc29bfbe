using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has the app ask the userinfo endpoint who the user is.</summary>
internal sealed class UserInfoPerformer : StepPerformer<UserInfoStep>
{
    protected override async Task PerformAsync(World world, UserInfoStep step, string profile, CancellationToken cancellation)
    {
        if (await world.App(step.App).AskUserInfoAsync(step.IsByIdToken ? UserInfo.IdToken : UserInfo.AccessToken) is { } why)
            throw new MissingEvidenceException(why);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, UserInfoStep step, string profile) =>
        [step.IsByIdToken ? new UserInfoTakesNoIdToken(step.App) : new UserInfoNamesTheUser(step.App)];
}
