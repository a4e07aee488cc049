using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn;

/// <summary>What is found out once about each definition of a type, a member or an assembly, and asked at every use of it. Any number of threads may ask at once.</summary>
/// <remarks>
/// <para>
/// Open addressing by the identity of objects: the compiler makes one object for each definition, so to compare objects is enough; its own comparison, which has to do for
/// constructed symbols too, hashes names and the types around. Were there two objects for one symbol, the same would be found twice.
/// </para>
/// <para>
/// A slot is empty until its key is written, and never changes after that; slots are written under the gate alone. The value is written before the key, which is released, and
/// a reader acquires the key before it reads the value. A table that is half full is copied into one of twice the size, filled before it is released as the current one. So
/// each table always has an empty slot, at which every search ends. Who searched a table that is no longer current may miss what was added since, and is told so at the gate.
/// </para>
/// <para>What is not there is found outside of the gate, for that may ask the table again. If several threads find the same, the first at the gate decides for all.</para>
/// </remarks>
/// <param name="find">Asked with the definition. More than once if several threads ask for it at the same time.</param>
internal sealed class DefinitionTable<TSymbol, TValue>(Func<TSymbol, TValue> find)
    where TSymbol : class, ISymbol
{
    private const int FirstSize = 64;

    private readonly object gate = new();
    private Table current = new(FirstSize);

    /// <summary>Of the symbol's definition.</summary>
    internal TValue Of(TSymbol symbol)
    {
        ISymbol definition = symbol.OriginalDefinition;
        Table table = Volatile.Read(ref current);
        for (int i = table.Start(definition); ; i = table.Next(i))
        {
            ref Slot slot = ref table.Slots[i];
            object? key = Volatile.Read(ref slot.Key);
            if (ReferenceEquals(key, definition))
            {
                return slot.Value;
            }

            if (key is null)
            {
                return Add(definition, find((TSymbol)definition));
            }
        }
    }

    private TValue Add(ISymbol definition, TValue found)
    {
        lock (gate)
        {
            if (current.IsHalfFull)
            {
                Volatile.Write(ref current, current.Enlarge());
            }

            return current.Put(definition, found);
        }
    }

    private struct Slot
    {
        internal object? Key;
        internal TValue Value;
    }

    /// <param name="size">A power of two.</param>
    private sealed class Table(int size)
    {
        /// <summary>Of the golden ratio: consecutive hashes are spread over the table (Knuth, TAOCP 3, 6.4).</summary>
        private const uint Spread = 0x9E3779B9;

        private readonly int shift = 32 - Log2(size);
        private int count;

        internal Slot[] Slots { get; } = new Slot[size];

        internal bool IsHalfFull => count * 2 >= size;

        internal int Start(object key) => (int)(unchecked((uint)RuntimeHelpers.GetHashCode(key) * Spread) >> shift);

        internal int Next(int slot) => (slot + 1) & (Slots.Length - 1);

        /// <summary>What was there already, or the value, which is there now.</summary>
        internal TValue Put(object key, TValue value)
        {
            for (int i = Start(key); ; i = Next(i))
            {
                ref Slot slot = ref Slots[i];
                if (ReferenceEquals(slot.Key, key))
                {
                    return slot.Value;
                }

                if (slot.Key is null)
                {
                    slot.Value = value;
                    Volatile.Write(ref slot.Key, key);
                    count++;
                    return value;
                }
            }
        }

        internal Table Enlarge()
        {
            Table larger = new(Slots.Length * 2);
            foreach (Slot slot in Slots)
            {
                if (slot.Key is { } key)
                {
                    larger.Put(key, slot.Value);
                }
            }

            return larger;
        }

        private static int Log2(int power)
        {
            int exponent = 0;
            while (power >> exponent > 1)
            {
                exponent++;
            }

            return exponent;
        }
    }
}
