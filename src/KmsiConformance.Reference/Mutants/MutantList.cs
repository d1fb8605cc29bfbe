using System.Reflection;
using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;
using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.OpenIdConnect;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Mutants;

/// <summary>
/// Every decision of the reference's rules, turned in every way that its type allows. Nobody writes them: a new member of a
/// topic has its mutants at once. Each can be set as a fault.
/// </summary>
public static class MutantList
{
    private static readonly Assembly Kernel = typeof(RuleTopic).Assembly;

    private static readonly Lazy<IReadOnlyDictionary<string, Mutant>> Known = new(() => Topics(
            [
                Kernel, typeof(FederationRules).Assembly, typeof(StaySignedInRules).Assembly, typeof(OpenIdProvider).Assembly,
                typeof(SiteRules).Assembly,
            ])
        .SelectMany(DecisionPoint.Of).SelectMany(Mutant.Of)
        .ToDictionary(mutant => mutant.Name, StringComparer.Ordinal));

    private static readonly Lazy<ILookup<DecisionPoint, Mutant>> ByPoint = new(() => Known.Value.Values.ToLookup(mutant => mutant.Point));

    /// <summary>The names of all of them, such as <c>Session.ServerLifetime/half-when-kept</c>.</summary>
    public static IEnumerable<string> All => Known.Value.Keys;

    /// <summary>The name of the decision that a mutant turns.</summary>
    public static string PointOf(string mutant) => mutant.Split('/')[0];

    /// <summary>Whether a product decides this at all.</summary>
    public static bool IsDecidedBy(LoginProduct product, string point) =>
        TopicsOf(product).SelectMany(DecisionPoint.Of).Any(known => known.Name == point);

    /// <summary>The mutant of that name as a fault; null when there is none.</summary>
    internal static Fault? Find(string name) => Known.Value.GetValueOrDefault(name) is { } mutant
        ? new Fault(name, $"{mutant.Point.Name} is decided otherwise: {mutant.Change.Name}.", [],
            readings => IsDecidedBy(readings.Product, mutant.Point.Name))
        {
            Deviates = mutant.Begin,
        }
        : null;

    internal static IEnumerable<Mutant> Of(DecisionPoint point) => ByPoint.Value[point];

    /// <summary>The topics of what a product is made of.</summary>
    internal static IEnumerable<Type> TopicsOf(LoginProduct product) => Topics(
        product switch
        {
            LoginProduct.AzureAd => [Kernel, typeof(StaySignedInRules).Assembly],
            LoginProduct.OpenIdConnect => [Kernel, typeof(OpenIdProvider).Assembly],
            LoginProduct.Web => [Kernel, typeof(SiteRules).Assembly],
            _ => [Kernel, typeof(FederationRules).Assembly],
        });

    private static IEnumerable<Type> Topics(IEnumerable<Assembly> rooms) => rooms.SelectMany(room => room.GetTypes())
        .Where(type => type.BaseType == typeof(RuleTopic)).OrderBy(type => type.Name, StringComparer.Ordinal);
}
