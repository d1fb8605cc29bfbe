namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Demands that there is no such cookie in the browser's store.</summary>
public sealed record ExpectNoCookieStep(StepPlace Place, CookieName Cookie) : CookieStep(Place, Cookie), IStepKind<ExpectNoCookieStep>
{
    public static string Verb => "expect-no-cookie";

    public static ExpectNoCookieStep Read(StepSource source) => new(source.Place, CookieName.Read(source.Value));

    public override string Text(string profile) => $"{Cookie} does not exist";
}
