using KmsiConformance.Browsers.Simulated.Framing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Simulated.Framing;

/// <summary>Sources of content policies (CSP Level 3, 6.7.2.8).</summary>
internal sealed class SourceListTests
{
    [TestCase("'none'", "https://login.example/", false)]
    [TestCase("", "https://login.example/", false)]
    [TestCase("*", "https://anything.example:8443/x", true)]
    [TestCase("'self'", "https://shop.example/frame", true)]
    [TestCase("'self'", "https://shop.example:8443/frame", false)]
    [TestCase("'SELF'", "https://shop.example/", true)]
    [TestCase("'self'", "https://login.example/", false)]
    [TestCase("https:", "https://login.example:9/", true)]
    [TestCase("https:", "http://login.example/", false)]
    [TestCase("http:", "https://login.example/", true)]
    [TestCase("login.example", "https://login.example/a", true)]
    [TestCase("login.example", "https://LOGIN.example/a", true)]
    [TestCase("login.example", "http://login.example/a", false)]
    [TestCase("login.example", "https://login.example:8443/a", false)]
    [TestCase("login.example:8443", "https://login.example:8443/a", true)]
    [TestCase("login.example:*", "https://login.example:8443/a", true)]
    [TestCase("http://login.example:80", "https://login.example/a", true)]
    [TestCase("*.example", "https://login.example/a", true)]
    [TestCase("*.example", "https://example/a", false)]
    [TestCase("*.login.example", "https://deep.er.login.example/a", true)]
    [TestCase("https://login.example/sign-out/", "https://login.example/sign-out/frame", true)]
    [TestCase("https://login.example/sign-out/", "https://login.example/sign-in", false)]
    [TestCase("https://login.example/sign-out", "https://login.example/sign-out/frame", false)]
    [TestCase("https://login.example/sign-out", "https://login.example/sign-out?of=shop", true)]
    [TestCase("other.example https://login.example", "https://login.example/", true)]
    public void An_address_is_among_them_or_not(string sources, string url, bool expected) => Assert.That(
        new SourceList(sources.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Matches(new Uri(url), new Uri("https://shop.example/page"), isRedirected: false),
        Is.EqualTo(expected));

    [Test]
    public void After_a_redirect_paths_do_not_count() => Assert.That(
        new SourceList(["https://login.example/sign-out"])
            .Matches(new Uri("https://login.example/elsewhere"), new Uri("https://shop.example/"), isRedirected: true),
        Is.True);
}
