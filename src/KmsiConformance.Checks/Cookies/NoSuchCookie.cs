namespace KmsiConformance.Checks.Cookies;

/// <summary>The browser holds no cookie of the role .</summary>
public sealed class NoSuchCookie(MeantCookie meant) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{meant} is not in the browser";
        if (!StoredCookies.WereRead(evidence)) return Judgement.CantTell(expected, "cannot tell: the browser's cookie store was not read");
        var cookies = StoredCookies.Of(evidence, meant);
        return Judgement.Of(cookies.Count == 0, expected, cookies.Count == 0 ? "there is none" : StoredCookies.Describe(cookies[0]));
    }
}
