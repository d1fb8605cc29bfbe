namespace KmsiConformance.Checks.Cookies;

/// <summary>The browser holds no cookie of the role (R-006, R-055, R-087).</summary>
public sealed class NoSuchCookie(string role, string? app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"there is no {role} cookie{(app is null ? "" : $" of {app}")} in the browser";
        if (!StoredCookies.WereRead(evidence)) return Judgement.CantTell(expected, "cannot tell: the browser's cookie store was not read");
        var cookies = StoredCookies.Of(evidence, role, app);
        return Judgement.Of(cookies.Count == 0, expected, cookies.Count == 0 ? "there is none" : StoredCookies.Describe(cookies[0]));
    }
}
