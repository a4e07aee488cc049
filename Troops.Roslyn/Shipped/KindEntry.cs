using System.Collections.Immutable;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Shipped;

internal sealed record KindEntry(Kind Kind, string Name, ImmutableArray<int> Arguments, bool Exact, bool IsMember);
