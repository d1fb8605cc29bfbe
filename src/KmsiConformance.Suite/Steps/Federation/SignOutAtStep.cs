using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Federation;

/// <summary>Signs out at an identity provider itself, on a page of its own; no app and no login endpoint is told.</summary>
public sealed record SignOutAtStep(StepPlace Place, string Provider) : Step(Place), IStepKind<SignOutAtStep>
{
    public static string Verb => "sign-out-at";

    public override IEnumerable<UsedName> Names => Used((NameKind.Provider, Provider, "provider"));

    public static SignOutAtStep Read(StepSource source) => new(source.Place, source.Value.Get("provider").Text);

    public override string Text(string profile) => $"the user signs out at {Provider} itself";
}
