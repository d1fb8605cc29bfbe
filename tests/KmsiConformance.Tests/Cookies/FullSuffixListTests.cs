using KmsiConformance.Cookies.Matching;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>The short list of public suffixes beside Debian's copy of the long one (package publicsuffix), where it is installed.</summary>
internal sealed class FullSuffixListTests
{
    private const string File = "/usr/share/publicsuffix/public_suffix_list.dat";

    private static readonly string[] Hosts =
    [
        "login.contoso.com", "contoso.com", "com", "a.b.contoso.co.uk", "contoso.co.uk", "co.uk", "contoso.b2clogin.com",
        "contoso.onmicrosoft.com", "groceries.localhost", "localhost", "contoso.azurewebsites.net", "azurewebsites.net",
        "contoso.github.io", "www.ck", "shop.ck", "a.shop.ck", "contoso.com.au", "contoso.co.jp", "contoso.com.br",
        "login.microsoftonline.com", "contoso.pages.dev", "xn--bcher-kva.com", "login.example.org",
    ];

    [TestCaseSource(nameof(Hosts))]
    public void The_short_list_says_the_same_as_the_long_one(string host)
    {
        var full = Full();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PublicSuffixRules.BuiltIn.RegistrableDomain(host), Is.EqualTo(full.RegistrableDomain(host)));
            Assert.That(PublicSuffixRules.BuiltIn.IsPublicSuffix(host), Is.EqualTo(full.IsPublicSuffix(host)));
        }
    }

    [Test]
    public void Every_short_rule_stands_in_the_long_list()
    {
        var full = Full();
        string[] rules = ["co.uk", "govt.nz", "or.kr", "com.hk", "ae.org", "azurestaticapps.net", "herokuapp.com", "vercel.app",
            "workers.dev", "appspot.com", "cloudfront.net"];
        Assert.That(rules.Where(rule => !full.IsPublicSuffix(rule)), Is.Empty);
    }

    private static PublicSuffixRules Full()
    {
        const string Needed = "This check needs Debian's package publicsuffix.";
        if (System.IO.File.Exists(File)) return PublicSuffixRules.Load(File);
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(Needed);
        else Assert.Ignore(Needed);
        return PublicSuffixRules.BuiltIn;
    }
}
