using KmsiConformance.Jose;
using NUnit.Framework;

namespace KmsiConformance.Tests.Jose;

internal sealed class IssuerKeysTests
{
    [TestCase("RS256", "", new string[0])]
    [TestCase("RS256", "=", new[] { "e", "n" })]
    [TestCase("ES256", "=", new[] { "x", "y" })]
    public async Task Numbers_that_are_not_in_base64url_are_named(string algorithm, string padding, string[] misspelt)
    {
        var members = TokenKey.Make(algorithm).Public
            .Select(entry => $"\"{entry.Key}\": \"{entry.Value}{(entry.Key is "n" or "e" or "x" or "y" ? padding : "")}\"");
        var keys = new IssuerKeys(() => Task.FromResult($$"""{ "keys": [{ {{string.Join(", ", members)}} }] }"""), TimeProvider.System);

        Assert.That(await keys.KnownAsync(), Has.Count.EqualTo(1));
        Assert.That(keys.Misspelt, Is.EquivalentTo(misspelt));
    }
}
