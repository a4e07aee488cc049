using TradeWinds.Common;

namespace TradeWinds.Market;

[Immutable]
public readonly record struct Posting(int Entry, AccountId Account, Money Amount, string Memo);

/// <summary>Who has how much. Money moves; it is neither made nor lost.</summary>
public sealed class Ledger
{
    private readonly Dictionary<AccountId, Account> accounts = [];
    private readonly List<Posting> journal = [];
    private int entries;

    /// <summary>How deep an account may go.</summary>
    public Money Credit
    {
        get;
        set => field = value.IsDebt ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
    } = Money.FromCrowns(500);

    public IReadOnlyList<Posting> Journal => journal;

    /// <summary>Always nothing, or somebody has made a mistake.</summary>
    public Money Balance => accounts.Values.Select(static account => account.Balance).Total;

    public Money this[AccountId id] => accounts.TryGetValue(id, out var account) ? account.Balance : Money.Zero;

    public Transaction Begin(string memo) => new(this, memo);

    public ImmutableSortedDictionary<AccountId, Money> Freeze() => accounts.ToImmutableSortedDictionary(static it => it.Key, static it => it.Value.Balance);

    public ImmutableArray<Posting> Statement(AccountId id) => [.. journal.Where(posting => posting.Account == id)];

    private void Post(string memo, List<(AccountId Account, Money Amount)> moves)
    {
        if (moves.Select(static move => move.Amount).Total != Money.Zero)
        {
            throw new TradeException($"'{memo}' does not balance.");
        }

        var broke = moves.Where(move => this[move.Account] + move.Amount < -Credit).Select(static move => (AccountId?)move.Account).FirstOrDefault();
        if (broke is { } debtor)
        {
            throw new TradeException($"{debtor} cannot pay for '{memo}'.");
        }

        entries++;
        foreach (var (account, amount) in moves)
        {
            accounts.GetOrNew(account).Balance += amount;
            journal.Add(new Posting(entries, account, amount, memo));
        }
    }

    /// <summary>Moves that happen together. Disposed without <see cref="Commit"/>, none has happened.</summary>
    public sealed class Transaction(Ledger ledger, string memo) : IDisposable
    {
        private readonly List<(AccountId Account, Money Amount)> moves = [];
        private bool isOver;

        public Transaction Move(AccountId from, AccountId to, Money amount)
        {
            ObjectDisposedException.ThrowIf(isOver, this);
            moves.Add((from, -amount));
            moves.Add((to, amount));
            return this;
        }

        public void Commit()
        {
            ledger.Post(memo, moves);
            isOver = true;
        }

        public void Dispose()
        {
            isOver = true;
            moves.Clear();
        }
    }

    private sealed class Account
    {
        public Money Balance { get; set; }
    }
}
