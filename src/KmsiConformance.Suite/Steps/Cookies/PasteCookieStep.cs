namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Puts the copy of a cookie back, as a session cookie.</summary>
public sealed record PasteCookieStep(StepPlace Place, CookieName Cookie) : CookieStep(Place, Cookie), IStepKind<PasteCookieStep>
{
    public static string Verb => "paste-cookie";

    public static PasteCookieStep Read(StepSource source) => new(source.Place, CookieName.Read(source.Value));

    public override string Text(string profile) => $"put back the copy of {Cookie}";
}
