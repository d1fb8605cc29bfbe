using System.Reflection;
using System.Reflection.Emit;

namespace KmsiConformance.Reference.Mutants;

/// <summary>
/// Members that are decided by one look: a constant, an argument, or a property of one. What such a member says anyway is no
/// change of it.
/// </summary>
internal static class Plain
{
    /// <summary>What a member always says; null for one that does not always say the same.</summary>
    public static bool? Constant(MethodInfo member)
    {
        if (member.ReturnType != typeof(bool) || Body(member) is not [var only, var end] || !IsReturn(end)) return null;
        return only == OpCodes.Ldc_I4_1.Value ? true : only == OpCodes.Ldc_I4_0.Value ? false : null;
    }

    /// <summary>Whether a member always says nothing.</summary>
    public static bool IsNull(MethodInfo member) => Body(member) switch
    {
        [var only, var end] => only == OpCodes.Ldnull.Value && IsReturn(end),

        // A value that may be missing is made, left empty and returned.
        [var local, _, var prefix, var begin, _, _, _, _, _, var end] =>
            local == OpCodes.Ldloca_S.Value && prefix == OpCodes.Prefix1.Value && begin == (byte)OpCodes.Initobj.Value && IsReturn(end),
        _ => false,
    };

    /// <summary>The argument that a member returns as it is, and the property of it, if it is that; null otherwise.</summary>
    public static (int Position, MethodBase? Property)? Source(MethodInfo member) => Body(member) switch
    {
        [var argument, var end] when Position(argument) is { } position && IsReturn(end) => (position, null),
        [var argument, var call, var a, var b, var c, var d, var end]
            when Position(argument) is { } position && IsReturn(end) && (call == OpCodes.Call.Value || call == OpCodes.Callvirt.Value) =>
            (position, member.Module.ResolveMethod(BitConverter.ToInt32([a, b, c, d]))),
        _ => null,
    };

    // The first argument is the topic itself.
    private static int? Position(byte code) => code - OpCodes.Ldarg_1.Value is >= 0 and < 3 and var position ? position : null;

    private static bool IsReturn(byte code) => code == OpCodes.Ret.Value;

    private static byte[] Body(MethodInfo member) => member.GetMethodBody()?.GetILAsByteArray() ?? [];
}
