namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Changes a cookie's value in the browser's store, keeping length and attributes.</summary>
public sealed record TamperCookieStep(StepPlace Place, CookieName Cookie) : CookieStep(Place, Cookie), IStepKind<TamperCookieStep>
{
    private const string AtKey = "at";

    private const string Middle = "middle";

    public static string Verb => "tamper-cookie";

    /// <summary>Where one character becomes another: <c>first</c>, <c>middle</c> or <c>last</c>.</summary>
    public string At { get; init; } = Middle;

    public static TamperCookieStep Read(StepSource source) =>
        new(source.Place, CookieName.Read(source.Value)) { At = source.Value.Find(AtKey)?.Text ?? Middle };

    public override string Text(string profile) => At == Middle ? $"tamper with {Cookie}" : $"tamper with the {At} character of {Cookie}";
}
