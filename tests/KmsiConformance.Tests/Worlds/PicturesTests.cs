using KmsiConformance.Ledger;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Every attempt at a scenario keeps its own pictures.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PicturesTests
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("kmsi-pictures-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [Test]
    public async Task A_later_attempt_leaves_those_of_an_earlier_one()
    {
        var folder = RunFolder.Create(_scratch);
        var first = await new Pictures(folder, "sign-out/one").KeepAsync([1], CancellationToken.None);
        var second = await new Pictures(folder, "sign-out/one").KeepAsync([2], CancellationToken.None);
        Assert.That((first, second), Is.EqualTo(("evidence/sign-out.one-1.jpg", "evidence/sign-out.one-2.jpg")));
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(_scratch, first)), Is.EqualTo(new byte[] { 1 }));
    }
}
