using System.Reflection;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Reference.Kernel.Rules;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>A fault is one small class that decides otherwise in one topic, and is listed once.</summary>
internal sealed class FaultClassTests
{
    private static IEnumerable<Type> Faults => typeof(IFault).Assembly.GetTypes()
        .Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IFault)));

    [TestCaseSource(nameof(Faults))]
    public void A_fault_derives_from_a_topic(Type fault) => Assert.That(
        fault.IsSubclassOf(typeof(RuleTopic)), $"derive {fault.Name} from the class of the rules that it breaks");

    [TestCaseSource(nameof(Faults))]
    public void A_fault_decides_something_otherwise(Type fault) => Assert.That(
        fault.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.IsVirtual && method.GetBaseDefinition().DeclaringType != fault),
        Is.Not.Empty, $"{fault.Name} overrides nothing of its topic");

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_listed_once(Type fault) => Assert.That(
        FaultList.All.Count(listed => listed.Deviates().Class == fault), Is.EqualTo(1),
        $"write Fault.Of<{fault.Name}>() once in Faults/FaultList.cs");

    [TestCaseSource(nameof(Faults))]
    public void A_fault_stands_in_the_folder_of_its_group(Type fault) => Assert.That(
        fault.Namespace, Does.StartWith("KmsiConformance.Reference.Faults."), "one folder for each group, as in FaultList");

    [Test]
    public void What_breaks_a_rule_says_so() => Assert.That(
        typeof(IFault).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RuleTopic)) && !type.IsAbstract).Except(Faults),
        Is.Empty, "a topic's subclass in KmsiConformance.Reference is a fault: let it be an IFault");
}
