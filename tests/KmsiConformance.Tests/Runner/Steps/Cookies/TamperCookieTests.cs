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

    [TestCase("abcdef012345", "first", "0bcdef012345", Description = "of hexadecimal digits another one")]
    [TestCase("abcdef012345", "last", "abcdef01234f")]
    [TestCase("Zm9vYmFyXQ==", "first", "5m9vYmFyXQ==")]
    [TestCase("Zm9vYmFyXQ==", "last", "Zm9vYmFyXw==", Description = "the highest of its bits, for the lowest may be padding")]
    [TestCase("Zm9vYmFyXQ%3D%3d", "last", "Zm9vYmFyXw%3D%3d")]
    [TestCase("\"Zm9v\"", "first", "\"5m9v\"")]
    [TestCase("\"Zm9v\"", "last", "\"Zm9P\"")]
    [TestCase("a.b-_", "last", "a.b-A")]
    [TestCase("==", "last", "A=")]
    public void At_an_end_it_is_a_character_that_means_something(string value, string at, string falsified) =>
        Assert.That(TamperCookiePerformer.Falsified(value, at), Is.EqualTo(falsified));

    private static IEnumerable<char> Characters() => Alphabet;
}
