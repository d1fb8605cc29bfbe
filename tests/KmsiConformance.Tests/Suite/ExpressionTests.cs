using KmsiConformance.Suite.Expressions;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

internal sealed class ExpressionTests
{
    private static readonly SettingsInForce Settings = new(TimeSpan.FromSeconds(1200), TimeSpan.FromDays(7))
    {
        Maximum = TimeSpan.FromHours(2), KeepAliveMaximum = TimeSpan.FromDays(30),
    };
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [TestCase("7 days", 7 * 86400)]
    [TestCase("1200 seconds", 1200)]
    [TestCase("session + 1 minute", 1260)]
    [TestCase("session - 1 minute", 1140)]
    [TestCase("keep-alive", 7 * 86400)]
    [TestCase("2 * session", 2400)]
    [TestCase("2 * keep-alive - 1 hour + 1 second", 14 * 86400 - 3600 + 1)]
    [TestCase("1 minute+1 minute", 120)]
    [TestCase("maximum", 7200)]
    [TestCase("maximum / 24 - 1 minute", 240)]
    [TestCase("keep-alive-maximum - keep-alive", 23 * 86400)]
    [TestCase("2*session/4", 600)]
    public void A_duration_is_worth(string text, int seconds)
    {
        Assert.That(DurationExpression.Parse(text).Evaluate(Settings).TotalSeconds, Is.EqualTo(seconds));
    }

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("7 fortnights")]
    [TestCase("session session")]
    [TestCase("session + ")]
    [TestCase("7 days 2 hours")]
    [TestCase("sessions")]
    [TestCase("1.5 days")]
    [TestCase("7 days / 2")]
    [TestCase("session / keep-alive")]
    public void What_is_no_duration_is_refused_and_the_message_shows_one(string text)
    {
        var refused = Assert.Throws<FormatException>(() => DurationExpression.Parse(text));
        Assert.That(refused.Message, Does.Contain("Expected a duration"));
    }

    [Test]
    public void Keep_alive_without_the_attribute_is_refused()
    {
        var refused = Assert.Throws<FormatException>(() => DurationExpression.Parse("keep-alive")
            .Evaluate(new SettingsInForce(TimeSpan.Zero, null)));
        Assert.That(refused.Message, Does.Contain("KeepAliveInDays"));
    }

    [TestCase("maximum", "no such limit")]
    [TestCase("session + keep-alive-maximum", "'keep-alive-maximum' is used")]
    [TestCase("session / 0", "is no length")]
    public void What_stands_for_nothing_is_refused(string text, string words)
    {
        var refused = Assert.Throws<FormatException>(() => DurationExpression.Parse(text)
            .Evaluate(new SettingsInForce(TimeSpan.FromHours(1), null)));
        Assert.That(refused.Message, Does.Contain(words));
    }

    [TestCase("start", 0)]
    [TestCase("start + 1 day", 86400)]
    [TestCase("sign-in + session - 1 minute", 100 + 1140)]
    [TestCase("sign-in", 100)]
    public void A_moment_counts_from_its_anchor(string text, int secondsAfterStart)
    {
        var moment = MomentExpression.Parse(text).Evaluate(Settings, Start, Start.AddSeconds(100));
        Assert.That(moment, Is.EqualTo(Start.AddSeconds(secondsAfterStart)));
    }

    [TestCase("2027-03-28T00:30Z", "2027-03-28T00:30:00Z")]
    [TestCase("2027-03-28T00:30Z - 1 day", "2027-03-27T00:30:00Z")]
    [TestCase("next 03-28T00:30Z", "2026-03-28T00:30:00Z")]
    [TestCase("next 01-01T00:00Z", "2026-01-01T00:00:00Z")]
    [TestCase("next 12-31T23:59Z + 1 minute", "2027-01-01T00:00:00Z")]
    [TestCase("next 02-29T12:00Z", "2028-02-29T12:00:00Z")]
    public void A_moment_may_be_a_date(string text, string moment) => Assert.That(
        MomentExpression.Parse(text).Evaluate(Settings, Start, signIn: null),
        Is.EqualTo(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void The_next_such_day_is_in_the_next_year_where_it_has_passed() => Assert.That(
        MomentExpression.Parse("next 03-28T00:30Z").Evaluate(Settings, Start.AddDays(90), signIn: null),
        Is.EqualTo(new DateTimeOffset(2027, 3, 28, 0, 30, 0, TimeSpan.Zero)));

    [TestCase("2027-02-29T00:00Z", "Expected a date")]
    [TestCase("next 02-30T00:00Z", "Expected a date")]
    [TestCase("next 02-01", "Expected a date")]
    [TestCase("2027-03-28T00:30Z 1 day", "'+' or '-'")]
    [TestCase("tomorrow", "begins with")]
    [TestCase("sign-in session", "'+' or '-'")]
    [TestCase("start + soon", "Expected a duration")]
    public void What_is_no_moment_is_refused(string text, string says)
    {
        Assert.That(Assert.Throws<FormatException>(() => MomentExpression.Parse(text)).Message, Does.Contain(says));
    }

    [Test]
    public void A_moment_after_the_sign_in_needs_a_sign_in()
    {
        Assert.Throws<FormatException>(() => MomentExpression.Parse("sign-in + 1 day").Evaluate(Settings, Start, null));
    }
}
