namespace Corpus;

/// <summary>Pointers, where no await may stand.</summary>
public static partial class Unsafe
{
    [TroopTask]
    public static async TroopTask<string> BlockBetweenAwaits(Probe p)
    {
        int n = await p.Int(1);
        unsafe
        {
            int* pointer = stackalloc int[3];
            for (int i = 0; i < 3; i++)
            {
                pointer[i] = n + i;
            }

            n = *(pointer + 2);
        }

        return $"{await p.Int(n)}";
    }

    [TroopTask]
    public static async TroopTask<string> Fixed(Probe p)
    {
        int[] items = [1, 2, 3];
        int sum = await p.Int(0);
        unsafe
        {
            fixed (int* first = items)
            {
                for (int* at = first; at < first + items.Length; at++)
                {
                    if (*at == 2)
                    {
                        continue;
                    }

                    sum += *at;
                    *at = 0;
                }
            }
        }

        return $"{sum}{string.Join(",", items)}{await p.Int(0)}";
    }

    [TroopTask]
    public static async TroopTask<string> FixedStringWithReturn(Probe p)
    {
        string text = await p.Step("abc");
        unsafe
        {
            fixed (char* c = text)
            {
                char* end = c;
                while (*end != '\0')
                {
                    end++;
                }

                return $"{end - c}{(nint)sizeof(char)}";
            }
        }
    }

    [TroopTask]
    public static async TroopTask<string> AddressesAndMembers(Probe p)
    {
        int n = await p.Int(5);
        unsafe
        {
            Pair pair = new() { A = n };
            Pair* at = &pair;
            at->B = at->A * 2;
            (*at).A++;
            n = pair.A + pair.B;
        }

        return $"{await p.Int(n)}";
    }

    [TroopTask]
    public static async TroopTask<string> FunctionPointer(Probe p)
    {
        int n = await p.Int(3);
        unsafe
        {
            delegate* <int, int> twice = &Twice;
            n = twice(n);
        }

        return $"{await p.Int(n)}";
    }

    private static int Twice(int n) => n * 2;

    private struct Pair
    {
        public int A;
        public int B;
    }
}
