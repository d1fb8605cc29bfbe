using KmsiConformance.Cli.Mutants;
using KmsiConformance.Suite;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>The list of mutants that may survive is true, or it is refused with the place.</summary>
internal sealed class SurvivorListTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("kmsi-survivors-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void That_of_the_catalogue_is_in_order() => Assert.That(() => SurvivorList.Read(RealBrowser.Suite), Throws.Nothing);

    [Test]
    public void An_entry_has_its_mutants_profiles_and_reason()
    {
        var read = Read("survivors: [{ mutants: [Session.Handle/changed], profiles: [oidc], reason: Chance either way. }]").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Mutants, Is.EqualTo("Session.Handle/changed"));
            Assert.That(read.Reason, Is.EqualTo("Chance either way."));
            Assert.That(read.IsUnder("oidc"), Is.True);
            Assert.That(read.IsUnder("saml"), Is.False);
        }
    }

    [TestCase("survivors: [{ mutants: [Session.Handle/nonsense], reason: x }]", "There is no mutant 'Session.Handle/nonsense'")]
    [TestCase("survivors: [{ mutants: [Session.Handle/changed] }]", "Expected the key 'reason'")]
    [TestCase("survivors: [{ mutants: [Session.Handle/changed], profiles: [b2c], reason: x }]", "There is no profile 'b2c'")]
    [TestCase(
        "survivors: [{ mutants: [Session.Handle/changed], reason: x }, { mutants: [Session.Handle/changed], profiles: [oidc], reason: y }]",
        "Session.Handle/changed is listed twice")]
    public void What_is_wrong_is_said_with_its_place(string text, string says) =>
        Assert.That(
            () => Read(text), Throws.InstanceOf<SuiteException>().With.Message.Contains(says).And.Message.Contains("survivors.yaml(1,"));

    private IReadOnlyList<Survivor> Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "survivors.yaml"), text);
        return SurvivorList.Read(RealBrowser.Suite with { Folder = _folder });
    }
}
