namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Keeps a copy of a cookie outside the browser.</summary>
public sealed record CopyCookieStep(StepPlace Place, CookieName Cookie) : CookieStep(Place, Cookie), IStepKind<CopyCookieStep>
{
    public static string Verb => "copy-cookie";

    public static CopyCookieStep Read(StepSource source) => new(source.Place, CookieName.Read(source.Value));

    public override string Text(string profile) => $"keep a copy of {Cookie}";
}
