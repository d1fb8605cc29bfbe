using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>The project files say what <see cref="Rooms"/> says, and the compiled rooms use what they may import.</summary>
internal sealed class RoomsTests
{
    private const string Prefix = "KmsiConformance.";

    private static IEnumerable<string> All => Rooms.MayImport.Keys;

    [Test]
    public void Every_room_is_in_the_list() => Assert.That(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(NameOf),
        Is.EquivalentTo(All),
        "House/Rooms.cs names every project under src: add the new room there, or take out the one that is gone");

    [TestCaseSource(nameof(All))]
    public void A_project_file_references_what_the_list_allows(string room) => Assert.That(
        References(room), Is.EquivalentTo(Rooms.MayImport[room]),
        $"{ProjectFile(room)} and House/Rooms.cs differ: reference what is listed, and list it only if the room should know it");

    [Test]
    public void No_room_imports_one_that_stands_below_it()
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (room, imports) in Rooms.MayImport)
        {
            Assert.That(imports.Except(above), Is.Empty,
                $"{room} imports what stands below it in House/Rooms.cs: order the list, and if no order fits there is a circle to undo");
            above.Add(room);
        }
    }

    [Test]
    public void Few_rooms_know_the_reference() => Assert.That(
        All.Where(room => !IsReference(room) && Rooms.MayImport[room].Any(IsReference)), Is.EquivalentTo(Rooms.MayKnowTheReference),
        "a target is spoken to over HTTP: ask for what is needed through KmsiConformance.Targets");

    [Test]
    public void Products_of_the_reference_do_not_know_each_other() => Assert.That(
        All.Where(room => room.StartsWith("Reference.", StringComparison.Ordinal))
            .Where(room => Rooms.MayImport[room].Any(import => IsReference(import) && import != "Reference.Kernel")),
        Is.Empty, "what two products share belongs in Reference.Kernel");

    [Test]
    public void Checks_read_events_and_nothing_else() => Assert.That(
        Rooms.MayImport["Checks"], Is.EqualTo(["Ledger"]), "what a check needs to know has to be an event of the ledger");

    [Test]
    public void Nobody_but_the_command_line_knows_the_runner() => Assert.That(
        All.Where(room => Rooms.MayImport[room].Contains("Runner")), Is.EquivalentTo(Rooms.MayKnowTheRunner),
        "what the runner and another room share belongs in a room above both");

    [TestCaseSource(nameof(All))]
    public void What_a_room_imports_it_uses(string room)
    {
        var gone = Rooms.MayImport[room].Where(import => Rooms.GoneAfterCompilation.ContainsKey($"{room} → {import}"));
        Assert.That(Used(room), Is.EquivalentTo(Rooms.MayImport[room].Except(gone)),
            $"take an unused reference out of {ProjectFile(room)} and House/Rooms.cs; "
            + "if only a constant is used, give the reason in GoneAfterCompilation");
    }

    [Test]
    public void Excuses_are_for_imports_that_there_are() => Assert.That(
        Rooms.GoneAfterCompilation.Keys.Except(All.SelectMany(room => Rooms.MayImport[room].Select(import => $"{room} → {import}"))),
        Is.Empty, "take them out of GoneAfterCompilation");

    private static bool IsReference(string room) => room.Split('.')[0] == "Reference";

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file)[Prefix.Length..];

    private static string ProjectFile(string room) => $"src/{Prefix}{room}/{Prefix}{room}.csproj";

    private static IEnumerable<string> References(string room) => XDocument.Load(Path.Combine(Repository.Root, ProjectFile(room)))
        .Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value));

    // The command line is the one room whose program has another name.
    private static List<string> Used(string room)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, (room == "Cli" ? "kmsi" : Prefix + room) + ".dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];
    }
}
