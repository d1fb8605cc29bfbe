using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Looks at a cookie in the browser's store. Null leaves a property unexamined.</summary>
/// <param name="Site"><c>login</c> or the name of an app or identity provider: the only site it may belong to.</param>
public sealed record ExpectCookieStep(
    StepPlace Place, CookieName Cookie, bool? Persistent, DurationExpression? Lasts,
    bool? Secure, bool? HttpOnly, string? Site, bool? Renewed)
    : CookieStep(Place, Cookie), IStepKind<ExpectCookieStep>
{
    public static string Verb => "expect-cookie";

    public override IEnumerable<UsedName> Names => [.. base.Names, .. Used((NameKind.Site, Site, "site"))];

    public static ExpectCookieStep Read(StepSource source) => new(
        source.Place,
        CookieName.Read(source.Value),
        source.Find("persistent")?.Truth(),
        source.Find("lasts") is { } lasts ? StepSource.Duration(lasts) : null,
        source.Find("secure")?.Truth(),
        source.Find("http-only")?.Truth(),
        source.Find("site")?.Text,
        source.Find("renewed")?.Truth());

    public override string Text(string profile) => $"{Cookie} exists{string.Concat(Demands().Select(demand => ", " + demand))}";

    private IEnumerable<string> Demands()
    {
        if (Persistent is { } persistent) yield return persistent ? "is persistent" : "ends with the browser session";
        if (Lasts is { } lasts) yield return $"lasts {lasts}";
        if (Secure is { } secure) yield return secure ? "is Secure" : "is not Secure";
        if (HttpOnly is { } httpOnly) yield return httpOnly ? "is HttpOnly" : "is not HttpOnly";
        if (Site is { } site) yield return $"belongs to {site} only";
        if (Renewed is { } renewed) yield return renewed ? "was renewed" : "was not renewed";
    }
}
