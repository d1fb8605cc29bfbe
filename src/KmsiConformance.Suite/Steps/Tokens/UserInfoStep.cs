using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Tokens;

/// <summary>The app's server asks the userinfo endpoint who the user is.</summary>
/// <param name="IsByIdToken">Whether it shows its id_token, which is no access token.</param>
public sealed record UserInfoStep(StepPlace Place, string App, bool IsByIdToken) : Step(Place), IStepKind<UserInfoStep>
{
    public static string Verb => "userinfo";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static UserInfoStep Read(StepSource source) => new(source.Place, source.App, source.Find("with") is not null);

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (scenario.Apps.TryGetValue(App, out var asked) && asked.Kind != "web")
            yield return $"{App} is an app of kind {asked.Kind} here, whose server keeps no access token: 'userinfo' needs kind web.";
    }

    public override string Text(string profile) => IsByIdToken
        ? $"{App} shows its id_token to the userinfo endpoint → refused"
        : $"the userinfo endpoint tells {App} of the user whom its id_token names";
}
