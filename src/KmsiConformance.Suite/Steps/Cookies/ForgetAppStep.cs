using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Deletes all cookies of the site of an app or identity provider.</summary>
public sealed record ForgetAppStep(StepPlace Place, string App) : Step(Place), IStepKind<ForgetAppStep>
{
    public static string Verb => "forget-app";

    public override IEnumerable<UsedName> Names => Used((NameKind.AppOrProvider, App, "app"));

    public static ForgetAppStep Read(StepSource source) => new(source.Place, source.App);

    public override string Text(string profile) => $"delete the cookies of {App}";
}
