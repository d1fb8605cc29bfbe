using KmsiConformance.Apps;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Apps;

/// <summary>Which answers an app believes of which browser.</summary>
internal sealed class AttemptCookiesTests
{
    private static readonly AttemptCookies Cookies = new("/signin-oidc");

    [Test]
    public void Either_of_two_requests_is_this_browsers_and_no_other_is()
    {
        var browser = Sent(with: ["first-request-of-this-browser", "second-request-of-this-browser"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(AttemptCookies.IsThisBrowsers(browser, "first-request-of-this-browser"));
            Assert.That(AttemptCookies.IsThisBrowsers(browser, "second-request-of-this-browser"));
            Assert.That(AttemptCookies.IsThisBrowsers(browser, "first-reques of another browser"), Is.False, "begins alike");
            Assert.That(AttemptCookies.IsThisBrowsers(browser, ""), Is.False);
            Assert.That(AttemptCookies.IsThisBrowsers(Sent(with: []), "first-request-of-this-browser"), Is.False);
        }
    }

    [Test]
    public void One_that_was_answered_is_forgotten_and_the_other_is_not()
    {
        var context = new DefaultHttpContext();
        Cookies.Forget(context, "first-request-of-this-browser");
        var gone = context.Response.Headers.SetCookie.Single();
        Assert.That(gone, Does.StartWith("attempt-first-reques=;").And.Contain("path=/signin-oidc").And.Contain("samesite=none"));
    }

    private static DefaultHttpContext Sent(string[] with)
    {
        var answer = new DefaultHttpContext();
        foreach (var id in with) Cookies.Remember(answer, id);
        var next = new DefaultHttpContext();
        next.Request.Headers.Cookie = string.Join("; ", answer.Response.Headers.SetCookie.Select(cookie => cookie!.Split(';')[0]));
        return next;
    }
}
