using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>An event can be written to the run folder, read again, and read by people.</summary>
internal sealed class EventTests
{
    private static readonly ILookup<Type, string> Listed = typeof(Event).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToLookup(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    private static readonly string Words =
        File.ReadAllText(Path.Combine(Repository.Root, "src", "KmsiConformance.Reporting", "Html", "EventWords.cs"));

    private static IEnumerable<Type> Events =>
        typeof(Event).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract);

    [TestCaseSource(nameof(Events))]
    public void An_event_has_a_name_in_the_run_folder(Type type) => Assert.That(
        Listed[type], Has.Exactly(1).Items.And.All.Match("^[a-z]+(-[a-z]+)*$"),
        $"write [JsonDerivedType(typeof({type.Name}), \"…\")] once, on the part of Event that stands beside it");

    [Test]
    public void No_two_events_have_the_same_name() => Assert.That(Listed.SelectMany(names => names), Is.Unique);

    [TestCaseSource(nameof(Events))]
    public void An_event_is_worded_for_reports(Type type) => Assert.That(
        Regex.IsMatch(Words, $@"\n +{type.Name} (e|\{{.*\}}) =>", RegexOptions.None, TimeSpan.FromSeconds(5)),
        "Reporting/Html/EventWords.cs has no line of its own for it");
}
