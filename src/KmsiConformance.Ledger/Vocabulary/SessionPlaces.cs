namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>Where a session must not be named.</summary>
public static class SessionPlaces
{
    /// <summary>The addresses that the browser asked for or was sent to.</summary>
    public const string Addresses = "addresses";

    /// <summary>What scripts of the page that is shown have stored in the browser.</summary>
    public const string Storage = "storage";
}
