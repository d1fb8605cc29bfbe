namespace KmsiConformance.Reference.Kernel.SignOut;

/// <summary>Somebody whom the sign-out page tells, through the user's browser, that the user signs out.</summary>
/// <param name="Addressee">Whom, in words for the user.</param>
/// <param name="Address">What a hidden frame of the page loads.</param>
internal sealed record Notification(string Addressee, string Address)
{
    /// <summary>The fields to post; null for GET.</summary>
    public IReadOnlyList<(string Name, string Value)>? Form { get; init; }
}
