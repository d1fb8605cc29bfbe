using FsCheck;
using FsCheck.Fluent;
using KmsiConformance.Policies;
using KmsiConformance.Policies.Merging;
using NUnit.Framework;

namespace KmsiConformance.Tests.Policies.Merging;

/// <summary>What holds for merging whatever the policies say.</summary>
public sealed class MergePropertyTests
{
    private static readonly Place Nowhere = new("generated.xml", 1, 1);

    [Test]
    public void Where_a_chain_is_merged_first_makes_no_difference() => Prop.ForAll(
        Gen.Three(Root).ToArbitrary(),
        chain =>
        {
            var (a, b, c) = (PolicyBlocks.Of(chain.Item1), PolicyBlocks.Of(chain.Item2), PolicyBlocks.Of(chain.Item3));
            return Text(a.ExtendedBy(b).ExtendedBy(c)) == Text(a.ExtendedBy(b.ExtendedBy(c)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void A_chain_may_begin_or_end_with_nothing() => Prop.ForAll(
        Root.ToArbitrary(),
        root => Text(PolicyBlocks.None.ExtendedBy(PolicyBlocks.Of(root))) == Text(PolicyBlocks.Of(root))
            && Text(PolicyBlocks.Of(root).ExtendedBy(PolicyBlocks.None)) == Text(PolicyBlocks.Of(root))).QuickCheckThrowOnFailure();

    [Test]
    public void Nothing_of_a_base_is_lost_but_what_the_child_names() => Prop.ForAll(
        Gen.Two(Root).ToArbitrary(),
        chain =>
        {
            var (below, above) = (PolicyBlocks.Of(chain.Item1), PolicyBlocks.Of(chain.Item2));
            var merged = below.ExtendedBy(above).All().ToList();
            return below.All().All(b => merged.Any(m => (m.Kind, m.Id) == (b.Kind, b.Id)))
                && above.All().All(b => merged.Any(m => (m.Kind, m.Id) == (b.Kind, b.Id)));
        }).QuickCheckThrowOnFailure();

    // Few names and few ids, so that policies often name the same things.
    private static Gen<PolicyElement> Root =>
        from blocks in Gen.ListOf(Gen.OneOf(Profile, Journey, Page), 5)
        from behaviors in Gen.ListOf(Leaf("SingleSignOn", "SessionExpiryType", "OnError"), 2)
        select Element("TrustFrameworkPolicy", [],
        [
            Element("BuildingBlocks", [], [Element("ContentDefinitions", [], [.. blocks.Where(b => b.Name == "ContentDefinition")])]),
            Element("ClaimsProviders", [],
                [Element("ClaimsProvider", [], [Element("TechnicalProfiles", [], [.. blocks.Where(b => b.Name == "TechnicalProfile")])])]),
            Element("UserJourneys", [], [.. blocks.Where(b => b.Name == "UserJourney")]),
            Element("RelyingParty", [], [Element("UserJourneyBehaviors", [], [.. behaviors])]),
        ]);

    private static Gen<PolicyElement> Profile =>
        from id in Gen.Elements("A", "B")
        from items in Gen.ListOf(Named("Item", "Key"), 3)
        from claims in Gen.ListOf(Named("OutputClaim", "ClaimTypeReferenceId"), 2)
        from others in Gen.ListOf(Leaf("Protocol", "IncludeInSso", "Value"), 3)
        select Element("TechnicalProfile", [("Id", id)],
            [Element("Metadata", [], [.. items]), Element("OutputClaims", [], [.. claims]), .. others]);

    private static Gen<PolicyElement> Journey =>
        from id in Gen.Elements("A", "B")
        from steps in Gen.ListOf(Named("OrchestrationStep", "Order"), 3)
        from client in Named("ClientDefinition", "ReferenceId")
        select Element("UserJourney", [("Id", id)], [Element("OrchestrationSteps", [], [.. steps]), client]);

    private static Gen<PolicyElement> Page =>
        from id in Gen.Elements("A", "B")
        from parts in Gen.ListOf(Leaf("DataUri", "LoadUri"), 2)
        select Element("ContentDefinition", [("Id", id)], [.. parts]);

    private static Gen<PolicyElement> Named(string name, string attribute) =>
        from id in Gen.Elements("1", "2", "3")
        from text in Gen.Elements("", "x", "y")
        from type in Gen.Elements("t", "u")
        select new PolicyElement(name, Nowhere, [new(attribute, id, Nowhere), new("Type", type, Nowhere)], [], text);

    private static Gen<PolicyElement> Leaf(params string[] names) =>
        from name in Gen.Elements(names)
        from text in Gen.Elements("", "x", "y")
        from scope in Gen.Elements("", "Tenant", "Policy")
        select new PolicyElement(name, Nowhere, scope.Length == 0 ? [] : [new("Scope", scope, Nowhere)], [], text);

    private static PolicyElement Element(string name, (string Name, string Value)[] attributes, PolicyElement[] children) =>
        new(name, Nowhere, [.. attributes.Select(a => new PolicyAttribute(a.Name, a.Value, Nowhere))], children, "");

    private static string Text(PolicyBlocks blocks) => string.Join('\n', blocks.All().Select(b => $"{b.Kind} {b.Id} {b.Block.Write()}"));
}
