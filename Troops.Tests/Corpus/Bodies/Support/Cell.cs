namespace Corpus;

/// <summary>What all functions of a random body share.</summary>
public sealed class Cell
{
    private bool isRaising;
    public int A = 1;
    public int B = 2;
    public string Text = "t";
    public Ticker Ticker = new(3);

    public int Property { get; set; } = 4;

    public List<int> Items { get; } = [5, 6, 7];

    public Cell? Next { get; set; }

    /// <summary>What is to be called at the end: shows what closures have captured.</summary>
    public List<Func<int>> Later { get; } = [];

    public event Action<int>? Changed;

    public int this[int index]
    {
        get => index % 2 == 0 ? A : B;
        set => _ = index % 2 == 0 ? A = value : B = value;
    }

    /// <summary>Not within itself, or a handler that raises would never end.</summary>
    public int Raise(int value)
    {
        if (isRaising)
        {
            return -value;
        }

        isRaising = true;
        try
        {
            Changed?.Invoke(value);
            return value;
        }
        finally
        {
            isRaising = false;
        }
    }

    public override string ToString() => $"[{A} {B} {Text} {Ticker} {Property} {string.Join(',', Items)}{Next?.A}]";
}
