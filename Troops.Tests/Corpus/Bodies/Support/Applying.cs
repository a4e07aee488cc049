namespace Corpus;

/// <summary>What random bodies call with functions and references. In the generator's reach.</summary>
public static partial class Applying
{
    [TroopTask]
    public static async TroopTask<int> Apply(Probe p, Func<int, TroopTask<int>> function, int value)
    {
        int first = await function(value);
        p.Say($"applied{first}");
        return first + await function(first & 3);
    }

    [TroopTask]
    public static async TroopTask<int> Sum(Probe p, params int[] values)
    {
        int sum = 0;
        foreach (int value in values)
        {
            sum += await p.Int(value);
        }

        return sum;
    }

    public static int Twice(Func<int, int> function, int value) => function(function(value) & 3);

    public static int Join(int a, int b = 7, params int[] rest) => (a * 10) + b + rest.Length;

    public static int Swap(ref int a, int b)
    {
        (a, b) = (b, a);
        return b;
    }

    public static int Split(int value, out int low, out int high)
    {
        (low, high) = (value & 3, value >> 2);
        return value;
    }

    public static bool IsOdd(this int value) => (value & 1) != 0;

    public static void Deconstruct(this int value, out int low, out int high) => Split(value, out low, out high);
}
