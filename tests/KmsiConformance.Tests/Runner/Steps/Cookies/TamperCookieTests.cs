using KmsiConformance.Runner.Steps.Cookies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps.Cookies;

/// <summary>How a cookie's value is falsified.</summary>
internal sealed class TamperCookieTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    // Whatever stands in the middle: a value that comes back would open the session again, and the service would be blamed.
    [Test]
    public void Once_or_twice_it_is_another_value_of_the_same_length([ValueSource(nameof(Characters))] char middle)
    {
        var value = $"abc{middle}def";
        var once = TamperCookiePerformer.Falsified(value);
        string[] all = [value, once, TamperCookiePerformer.Falsified(once)];
        Assert.That(all, Is.Unique);
        Assert.That(all, Has.All.Length.EqualTo(value.Length));
        Assert.That(all.SelectMany(one => one).Distinct(), Is.SubsetOf(Alphabet));
    }

    private static IEnumerable<char> Characters() => Alphabet;
}
