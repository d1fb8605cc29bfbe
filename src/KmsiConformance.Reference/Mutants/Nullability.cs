using System.Reflection;

namespace KmsiConformance.Reference.Mutants;

/// <summary>What may be null, as the code says.</summary>
internal static class Nullability
{
    public static bool IsNullable(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;

    public static bool IsNullable(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
}
