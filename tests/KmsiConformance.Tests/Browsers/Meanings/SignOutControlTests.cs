using KmsiConformance.Browsers.Meanings;
using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Meanings;

/// <summary>What signs out says so and nothing else, in any of the languages.</summary>
internal sealed class SignOutControlTests
{
    [TestCase(PartRole.Button, "Log out", true)]
    [TestCase(PartRole.Button, "Logout", true)]
    [TestCase(PartRole.Link, "Sign out", true)]
    [TestCase(PartRole.Link, "Abmelden", true)]
    [TestCase(PartRole.Button, "Déconnexion", true)]
    [TestCase(PartRole.Link, "ログアウト", true)]
    [TestCase(PartRole.Link, "How to log out everywhere", false)]
    [TestCase(PartRole.Button, "Yes", false)]
    [TestCase(PartRole.Button, "Sign in", false)]
    [TestCase(PartRole.Text, "Log out", false)]
    public void It_is_found_by_what_it_says(string role, string name, bool isOne)
    {
        var found = PageMeaning.Of([new PagePart(PartRole.Heading, "Account"), new PagePart(role, name)], GenericRecipe.Suite.Words);
        Assert.That(found.ContainsKey(Meaning.SignOut), Is.EqualTo(isOne));
    }

    [Test]
    public void It_is_found_beside_fields_too()
    {
        var field = new PagePart(PartRole.TextField, "Phone number") { Form = 0 };
        var button = new PagePart(PartRole.Button, "Log out") { Form = 1 };
        Assert.That(PageMeaning.Of([field, button], GenericRecipe.Suite.Words)[Meaning.SignOut].Part, Is.EqualTo(1));
    }
}
