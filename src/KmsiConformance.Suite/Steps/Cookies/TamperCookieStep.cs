namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Changes a cookie's value in the browser's store, keeping length and attributes.</summary>
public sealed record TamperCookieStep(StepPlace Place, CookieName Cookie) : CookieStep(Place, Cookie), IStepKind<TamperCookieStep>
{
    public static string Verb => "tamper-cookie";

    public static TamperCookieStep Read(StepSource source) => new(source.Place, CookieName.Read(source.Value));

    public override string Text(string profile) => $"tamper with {Cookie}";
}
