using KmsiConformance.Lint;
using KmsiConformance.Lint.Output;
using KmsiConformance.Tests.Lint;
using NUnit.Framework;

namespace KmsiConformance.Tests.Peers;

/// <summary>Our SARIF against the official schema of SARIF 2.1.0.</summary>
internal sealed class SarifPeerTests
{
    [Test]
    public void What_the_linter_writes_fits_the_schema()
    {
        var log = Sarif.Of(new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([PolicyData.Examples]), "1.2.3");
        Assert.That(NodePeer.Ask("sarif.cjs", log).EnumerateArray().Take(5), Is.Empty);
    }

    [Test]
    public void The_schema_notices_what_does_not_fit()
    {
        var log = Sarif.Of(new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([PolicyData.Examples]), "1.2.3")
            .Replace("\"startLine\"", "\"beginLine\"");
        Assert.That(NodePeer.Ask("sarif.cjs", log).ToString(), Does.Contain("additional properties"));
    }
}
