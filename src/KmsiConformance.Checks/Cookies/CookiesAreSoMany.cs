using System.Globalization;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The browser holds so many of the cookies, no more and no fewer (R-064, N-88).</summary>
public sealed class CookiesAreSoMany(MeantCookie meant, int count) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"{meant} is there {(count == 1 ? "once" : $"{count} times")}");
        if (!StoredCookies.WereRead(evidence)) return Judgement.CantTell(expected, "cannot tell: the browser's cookie store was not read");
        var cookies = StoredCookies.Of(evidence, meant);
        return Judgement.Of(cookies.Count == count, expected, cookies.Count == 0
            ? "there is none"
            : string.Create(CultureInfo.InvariantCulture, $"there are {cookies.Count}: ")
                + string.Join("; ", cookies.Select(cookie => $"{StoredCookies.Describe(cookie)}, path {cookie.Path}")));
    }
}
