using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Federation;

/// <summary>Signs in at an identity provider itself, before any app or login endpoint is involved.</summary>
public sealed record SignInAtStep(StepPlace Place, string Provider, string User) : Step(Place), IStepKind<SignInAtStep>
{
    public static string Verb => "sign-in-at";

    public override IEnumerable<UsedName> Names => Used((NameKind.Provider, Provider, "provider"), (NameKind.User, User, "user"));

    public static SignInAtStep Read(StepSource source) =>
        new(source.Place, source.Value.Get("provider").Text, source.Value.Get("user").Text);

    public override string Text(string profile) => $"{User} signs in at {Provider} itself";
}
