namespace KmsiConformance.Reference;

/// <summary>An address that any application registered is good for all of them.</summary>
internal sealed class AcceptsAddressOfAnyApp : Conduct, IFault
{
    public static string Does => "An address that any application registered is good for all of them.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override IEnumerable<AppRegistration> AddressOwners(AppRegistration app, IReadOnlyList<AppRegistration> registered) => registered;
}
