using System.Globalization;
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

    /// <summary>The path that it must have; null leaves it unexamined.</summary>
    public string? Path { get; init; }

    /// <summary><c>host-only</c>, or the domain whose hosts it must belong to; null leaves it unexamined.</summary>
    public string? Domain { get; init; }

    /// <summary>What its name must begin with: <c>__Host-</c>, <c>__Secure-</c>, or <c>none</c>; null leaves it unexamined.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether it must be partitioned; null leaves it unexamined.</summary>
    public bool? Partitioned { get; init; }

    /// <summary>How many of them there must be; null leaves it unexamined.</summary>
    public int? Count { get; init; }

    /// <summary>What its SameSite must be: <c>strict</c>, <c>lax-or-strict</c> or <c>none</c>; null leaves it unexamined.</summary>
    public string? SameSite { get; init; }

    /// <summary>Whether it must be another than any that was there before the last sign-in.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether it must be gone since the last sign-out, or another than any that was there before.</summary>
    public bool IsAnotherAfterSignOut { get; init; }

    /// <summary>Whether it must be the same as after the last sign-in.</summary>
    public bool IsTheSame { get; init; }

    public override IEnumerable<UsedName> Names => [.. base.Names, .. Used((NameKind.Site, Site, "site"))];

    public static ExpectCookieStep Read(StepSource source) => new(
        source.Place,
        CookieName.Read(source.Value),
        source.Find("persistent")?.Truth(),
        source.Find("lasts") is { } lasts ? StepSource.Duration(lasts) : null,
        source.Find("secure")?.Truth(),
        source.Find("http-only")?.Truth(),
        source.Find("site")?.Text,
        source.Find("renewed")?.Truth())
    {
        SameSite = source.Find("same-site")?.Text,
        IsNew = source.Find("new-at")?.Text == "sign-in",
        IsAnotherAfterSignOut = source.Find("new-at")?.Text == "sign-out",
        IsTheSame = source.Find("same-since") is not null,
        Path = source.Find("path")?.Text,
        Domain = source.Find("domain")?.Text,
        Prefix = source.Find("prefix")?.Text,
        Partitioned = source.Find("partitioned")?.Truth(),
        Count = source.Find("count")?.Number(),
    };

    public override string Text(string profile) => $"{Cookie} exists{string.Concat(Demands().Select(demand => ", " + demand))}";

    private IEnumerable<string> Demands()
    {
        if (Persistent is { } persistent) yield return persistent ? "is persistent" : "ends with the browser session";
        if (Lasts is { } lasts) yield return $"lasts {lasts}";
        if (Secure is { } secure) yield return secure ? "is Secure" : "is not Secure";
        if (HttpOnly is { } httpOnly) yield return httpOnly ? "is HttpOnly" : "is not HttpOnly";
        if (Site is { } site) yield return $"belongs to {site} only";
        if (SameSite is not null) yield return $"is SameSite {SameSite}";
        if (Path is { } path) yield return $"has the path {path}";
        if (Domain is { } domain) yield return domain == "host-only" ? "belongs to its host alone" : $"belongs to {domain} and all below";
        if (Prefix is { } prefix) yield return prefix == "none" ? "has no prefix" : $"has the prefix {prefix}";
        if (Partitioned is { } partitioned) yield return partitioned ? "is partitioned" : "is not partitioned";
        if (Count is { } count)
            yield return string.Create(CultureInfo.InvariantCulture, $"is there {(count == 1 ? "once" : $"{count} times")}");
        if (IsAnotherAfterSignOut) yield return "is gone or another than before the sign-out";
        if (IsTheSame) yield return "is the same as after the sign-in";
        if (IsNew) yield return "was not there before the sign-in";
        if (Renewed is { } renewed) yield return renewed ? "was renewed" : "was not renewed";
    }
}
