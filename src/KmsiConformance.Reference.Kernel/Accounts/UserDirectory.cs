using System.Collections.Immutable;

namespace KmsiConformance.Reference.Kernel.Accounts;

/// <summary>The local accounts of a tenant. Readers never wait; whoever adds one replaces the whole.</summary>
internal sealed class UserDirectory
{
    private readonly Lock _gate = new();
    private readonly Accounts _first;
    private volatile Accounts _now;

    public UserDirectory(IEnumerable<ReferenceUser> users) =>
        _now = _first = users.Aggregate(Accounts.None, (known, user) => known.With(user));

    public IReadOnlyList<ReferenceUser> All => _now.InOrder;

    public ReferenceUser? Named(string name) => _now.ByName.GetValueOrDefault(name);

    public ReferenceUser? WithId(string objectId) => _now.ById.GetValueOrDefault(objectId);

    /// <summary>Adds an account; false when its name, address or object id is taken.</summary>
    public bool Add(ReferenceUser user)
    {
        lock (_gate)
        {
            if (_now.ByName.ContainsKey(user.UserName) || _now.ByName.ContainsKey(user.Email) || _now.ById.ContainsKey(user.ObjectId))
                return false;
            _now = _now.With(user);
            return true;
        }
    }

    /// <summary>Puts an account in the place of the one with its object id; names and address stay the same.</summary>
    public void Replace(ReferenceUser user)
    {
        lock (_gate) _now = _now.Replaced(user);
    }

    /// <summary>Only those accounts remain that were there at first.</summary>
    public void Forget()
    {
        lock (_gate) _now = _first;
    }

    private sealed record Accounts(
        ImmutableList<ReferenceUser> InOrder, ImmutableDictionary<string, ReferenceUser> ByName,
        ImmutableDictionary<string, ReferenceUser> ById)
    {
        public static readonly Accounts None = new(
            [], ImmutableDictionary.Create<string, ReferenceUser>(StringComparer.OrdinalIgnoreCase), ImmutableDictionary
                .Create<string, ReferenceUser>(StringComparer.Ordinal));

        public Accounts Replaced(ReferenceUser user) => new(
            [.. InOrder.Select(known => known.ObjectId == user.ObjectId ? user : known)],
            ByName.SetItems(ByName.Where(known => known.Value.ObjectId == user.ObjectId)
                .Select(known => KeyValuePair.Create(known.Key, user)).ToList()),
            ById.SetItem(user.ObjectId, user));

        // Names go before addresses: who is called like another's address still is who he is.
        public Accounts With(ReferenceUser user)
        {
            var named = ByName.SetItem(user.UserName, user);
            return new(
                InOrder.Add(user), named.ContainsKey(user.Email) ? named : named.Add(user.Email, user), ById.SetItem(user.ObjectId, user));
        }
    }
}
