using KmsiConformance.Model;
using KmsiConformance.Policies;

namespace KmsiConformance.Exploring.Journeys;

/// <summary>Where journeys are played: under which reading, by whom, and under which settings.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="Readings">Its reading of the documents.</param>
/// <param name="Requirements">Ids of the requirements that the profile contains: nothing else is judged.</param>
public sealed record Ground(string Profile, Readings Readings, IReadOnlySet<string> Requirements)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Who plays.</summary>
    public Cast Cast { get; init; } = Cast.Everywhere;

    /// <summary>The settings of a target that cannot be given any; null where each journey has its own.</summary>
    public Settings? Declared { get; init; }

    /// <summary>Parts of a protocol that the target does not have, by the words of target files: <c>prompt</c>, <c>max-age</c>.</summary>
    public IReadOnlySet<string> Absent { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether a second policy stands beside the first.</summary>
    public bool HasOtherPolicy => Declared is null && Readings.Product == LoginProduct.B2c;

    /// <summary>Whether the endpoint offers an identity provider beside its own accounts.</summary>
    public bool HasProvider => Declared is null && Cast.Provider is not null && Requirements.Contains("R-009");

    /// <summary>Whether requests may say how the user is to be asked.</summary>
    public bool HasPrompt => Readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect && !Absent.Contains("prompt");

    /// <summary>Whether requests may say how old a sign-in may be.</summary>
    public bool HasMaxAge => Readings.Product == LoginProduct.OpenIdConnect && !Absent.Contains("max-age");

    /// <summary>Whether requests may be posted.</summary>
    public bool PostsRequests => Requirements.Contains("N-44") && HasPrompt;

    /// <summary>Whether requests may say whom the app expects.</summary>
    public bool HasHints => Requirements.Contains("N-08") && !Absent.Contains("id-token-hint");

    /// <summary>Whether the page of a refused sign-in can be filled in again, with a box on it.</summary>
    public bool HasSecondTries => !AsksOnPageOfItsOwn;

    /// <summary>Whether a sign-out without a hint is asked about.</summary>
    public bool AsksAboutSignOuts => Requirements.Contains("N-34") && Declared is null;

    /// <summary>Whether the question whether to stay signed in is a page of its own.</summary>
    public bool AsksOnPageOfItsOwn => Readings.Product == LoginProduct.AzureAd;

    /// <summary>The documents, under the settings that a gene chooses.</summary>
    public Documents Under(Gene gene) => new(Readings, Declared ?? Choose(gene), Cast);

    private Settings Choose(Gene gene)
    {
        var own = gene.Variant % 2 == 0 ? TimeSpan.FromMinutes(5) : TimeSpan.FromHours(1);
        if (Readings.Product == LoginProduct.AzureAd) return new Settings(Day, 90 * Day, Rolling: true, Sharing.Everybody, own);
        TimeSpan[] sessions = [TimeSpan.FromMinutes(20), TimeSpan.FromHours(12), Day, 7 * Day];
        TimeSpan?[] days = [7 * Day, 30 * Day, null, Day, 90 * Day];
        var (session, keepAlive, rolling) = (sessions[gene.App % sessions.Length], days[gene.User % days.Length], gene.Kind % 2 == 1);
        var hasMaximum = rolling && Requirements.Contains("D-13") && Readings.Product == LoginProduct.OpenIdConnect
            && gene.Variant / 8 % 3 == 1;
        var hasScopes = Requirements.Contains("R-063");
        return new Settings(
            session, keepAlive, rolling,
            hasScopes ? (Sharing)(gene.Kind / 2 % 4) : Sharing.Everybody, own)
        {
            // Not so far that few journeys come to it.
            Maximum = hasMaximum ? 1.5 * session : null,
            KeepAliveMaximum = hasMaximum ? 1.5 * keepAlive : null,
            RequiresHint = hasScopes && gene.Kind / 8 % 4 == 3,
            SecondFactor = Requirements.Contains("R-066") && gene.Variant / 4 % 4 == 3,
            RefreshTokens = Readings.Product != LoginProduct.Saml && gene.Variant / 2 % 2 == 1,
            AppsAreTold = Requirements.Contains("R-102") || Requirements.Contains("N-50"),
        };
    }
}
