using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksGuests : StaySignedInRules, IFault
{
    public static string Does => "Guests of the tenant are asked whether to stay signed in.";

    public static IReadOnlyList<string> Violates => ["R-133"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.Guest;
}
