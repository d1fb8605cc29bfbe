using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>The user has the browser forget all cookies, whosever they are.</summary>
public sealed record ClearCookiesStep(StepPlace Place) : Step(Place), IStepKind<ClearCookiesStep>
{
    public static string Verb => "clear-cookies";

    public override IEnumerable<UsedName> Names => [];

    public static ClearCookiesStep Read(StepSource source) => new(source.Place);

    public override string Text(string profile) => "clear all cookies of the browser";
}
