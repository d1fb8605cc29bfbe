using Castle.DynamicProxy;

namespace KmsiConformance.Reference.Mutants;

/// <summary>A decision that was asked for, with what the rules decide.</summary>
internal sealed class Asked
{
    private readonly IInvocation _invocation;
    private readonly IInvocationProceedInfo _rules;

    public Asked(IInvocation invocation)
    {
        _invocation = invocation;
        _rules = invocation.CaptureProceedInfo();
        _rules.Invoke();
        Decided = invocation.ReturnValue;
    }

    /// <summary>What the rules decide.</summary>
    public object? Decided { get; }

    /// <summary>What they decide about, in the order of the member's parameters.</summary>
    public IReadOnlyList<object?> About => _invocation.Arguments;

    /// <summary>What the rules decide if one argument is another.</summary>
    public object? DecidedWith(int position, object? other)
    {
        var given = _invocation.Arguments[position];
        _invocation.SetArgumentValue(position, other);
        _rules.Invoke();
        var decided = _invocation.ReturnValue;
        _invocation.SetArgumentValue(position, given);
        return decided;
    }
}
