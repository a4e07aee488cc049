namespace Lending;

internal sealed record LendingOptions
{
    public int Days { get; init; } = 28;

    public int MostPerReader { get; init; } = 5;

    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromMinutes(10);
}

internal enum LoanState
{
    Out,
    Back,
}

internal sealed record LoanRequest(string Title, string Reader, int? Days);

[Immutable]
public sealed record Cover(Uri Image, int Width, int Height);

internal sealed record Loan(Guid Id, string Title, string Reader, DateTimeOffset Due)
{
    public LoanState State { get; init; }

    public bool IsOverdue(DateTimeOffset now) => State == LoanState.Out && Due < now;
}

internal sealed record Refusal(string Reason);

internal sealed class LendingException(string message) : Exception(message);

/// <summary>All loans. Every request asks it at once.</summary>
internal sealed class LoanStore
{
    private readonly SharedDictionary<Guid, Loan> loans = new();

    public ImmutableArray<Loan> All => [.. loans.Values.OrderBy(static loan => loan.Due)];

    public ImmutableArray<Loan> Of(string reader) => [.. loans.Values.Where(loan => loan.Reader.Equals(reader, StringComparison.OrdinalIgnoreCase))];

    public Loan? Find(Guid id) => loans.TryGetValue(id, out var loan) ? loan : null;

    public void Add(Loan loan)
    {
        if (!loans.TryAdd(loan.Id, loan))
        {
            throw new LendingException("It is out already.");
        }
    }

    public bool Return(Guid id) => loans.TryGetValue(id, out var loan) && loans.TryUpdate(id, loan with { State = LoanState.Back }, loan);
}

/// <summary>What a request needs to lend a book; it lives as long as that.</summary>
internal sealed class Desk(LoanStore store, IOptions<LendingOptions> options, TimeProvider clock, ILogger<Desk> log)
{
    private readonly List<Loan> lent = [];

    public Loan Lend(LoanRequest request)
    {
        var terms = options.Value;
        if (store.Of(request.Reader).Count(static loan => loan.State == LoanState.Out) >= terms.MostPerReader)
        {
            throw new LendingException($"{request.Reader} has enough to read.");
        }

        Loan loan = new(Guid.NewGuid(), request.Title, request.Reader, clock.GetUtcNow().AddDays(request.Days ?? terms.Days));
        store.Add(loan);
        lent.Add(loan);
        log.LogInformation("{Reader} takes {Title}, the {Count}. of this request.", loan.Reader, loan.Title, lent.Count);
        return loan;
    }
}
