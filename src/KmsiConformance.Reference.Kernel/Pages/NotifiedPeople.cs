using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>Names for the user who else hears of the sign-out.</summary>
internal static class NotifiedPeople
{
    private const int NamedAtMost = 5;

    /// <summary>A sentence with a blank after it; empty when nobody is told.</summary>
    public static string Sentence(IReadOnlyList<Notification> told)
    {
        var names = told.Select(notification => notification.Addressee).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0) return "";
        var more = names.Count - NamedAtMost;
        return $"Also signing you out of {string.Join(", ", names.Take(NamedAtMost))}{(more > 0 ? $" and {more} more" : "")}. ";
    }
}
