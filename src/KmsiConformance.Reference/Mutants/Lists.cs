using System.Collections;

namespace KmsiConformance.Reference.Mutants;

/// <summary>How a list may be another: empty, shorter, doubled, the other way round.</summary>
internal static class Lists
{
    /// <summary>Whether values of this type are lists in this sense.</summary>
    public static bool IsOne(Type type) => type is { IsGenericType: true, IsInterface: true }
        && type.GetGenericArguments() is [var element] && type.IsAssignableFrom(element.MakeArrayType());

    /// <summary>The changes.</summary>
    public static IEnumerable<Change> Of(Type type) =>
    [
        Turn("empty", type, _ => []),
        Turn("without-the-first", type, all => all.Skip(1)),
        Turn("without-the-last", type, all => all.SkipLast(1)),
        Turn("twice", type, all => all.Concat(all)),
        Turn("reversed", type, all => all.Reverse()),
    ];

    private static Change Turn(string name, Type type, Func<IReadOnlyList<object?>, IEnumerable<object?>> turn) => Change.Of(name, value =>
    {
        if (value is not IEnumerable list) return value;
        var turned = turn([.. list.Cast<object?>()]).ToList();
        var array = Array.CreateInstance(type.GetGenericArguments()[0], turned.Count);
        ((IList)turned).CopyTo(array, 0);
        return array;
    });
}
