using System.Collections.Immutable;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Makes a body smaller for as long as what is wrong with it stays: greedy delta debugging on its tree. What a change makes illegal does not compile, and is no candidate.</summary>
internal static class Shrinker
{
    private const int FewestAtOnce = 6;
    private const int MostAtOnce = 32;

    /// <param name="body">With something wrong.</param>
    /// <param name="isWrong">Looks at several at once, because compiling one costs nearly as much; the first that is still wrong, if any.</param>
    internal static Body Shrink(Body body, Func<IReadOnlyList<Body>, Body?> isWrong)
    {
        int before;
        do
        {
            before = body.Size;
            foreach (
                Func<Body, IEnumerable<Body>> phase in (Func<Body, IEnumerable<Body>>[])
                    [FewerMembers, Everywhere(FewerStatements), Everywhere(Unwrapped), Everywhere(SimplerExpressions)]
            )
            {
                body = Pass(body, phase, isWrong);
            }
        } while (body.Size < before);

        return body;
    }

    /// <summary>From what is smaller it goes on where it was: what did not help before does not now, mostly.</summary>
    private static Body Pass(Body body, Func<Body, IEnumerable<Body>> phase, Func<IReadOnlyList<Body>, Body?> isWrong)
    {
        int size = FewestAtOnce;
        int tried = 0;
        while (true)
        {
            // The seed is the name; each needs one of its own.
            List<Body> candidates = [.. phase(body).Skip(tried).Take(size).Select(static (candidate, i) => candidate with { Seed = (ulong)i })];
            if (candidates.Count == 0)
            {
                return body;
            }

            if (isWrong(candidates) is { } found)
            {
                tried += (int)found.Seed;
                body = found;
                size = FewestAtOnce;
            }
            else
            {
                tried += candidates.Count;
                size = Math.Min(size * 2, MostAtOnce);
            }
        }
    }

    private static IEnumerable<Body> FewerMembers(Body body) => body.Members.Select((_, i) => body with { Members = body.Members.RemoveAt(i) });

    private static Func<Body, IEnumerable<Body>> Everywhere(Func<Node, IEnumerable<Node>> step) =>
        body =>
            Everywhere(body.Main, step)
                .Select(main => body with { Main = main })
                .Concat(
                    body.Members.SelectMany((member, i) => Everywhere(member, step).Select(changed => body with { Members = body.Members.SetItem(i, changed) }))
                );

    /// <summary>The tree with the step done at one place, for every place, from the root down.</summary>
    private static IEnumerable<Node> Everywhere(Node node, Func<Node, IEnumerable<Node>> step)
    {
        foreach (Node changed in step(node))
        {
            yield return changed;
        }

        for (int i = 0; i < node.Parts.Length; i++)
        {
            foreach (Node part in Everywhere(node.Parts[i], step))
            {
                yield return node with
                {
                    Parts = node.Parts.SetItem(i, part),
                };
            }
        }
    }

    private static IEnumerable<Node> FewerStatements(Node node)
    {
        for (int length = node.IsBlock ? node.Parts.Length : 0; length > 0; length /= 2)
        {
            for (int start = 0; start < node.Parts.Length; start += length)
            {
                yield return node with
                {
                    Parts = node.Parts.RemoveRange(start, Math.Min(length, node.Parts.Length - start)),
                };
            }
        }
    }

    /// <summary>Instead of a statement what is in its blocks: all of it, or that of one. Of a function's blocks too; if they return or await where that is illegal, it is no candidate.</summary>
    private static IEnumerable<Node> Unwrapped(Node node)
    {
        for (int i = 0; node.IsBlock && i < node.Parts.Length; i++)
        {
            Node[] blocks = [.. node.Parts[i].Parts.Where(static part => part.IsBlock)];
            ImmutableArray<Node> without = node.Parts.RemoveAt(i);
            if (blocks.Length > 1)
            {
                yield return node with
                {
                    Parts = without.InsertRange(i, blocks.SelectMany(static block => block.Parts)),
                };
            }

            foreach (Node block in blocks)
            {
                yield return node with
                {
                    Parts = without.InsertRange(i, block.Parts),
                };
            }
        }
    }

    private static IEnumerable<Node> SimplerExpressions(Node node)
    {
        for (int i = 0; i < node.Parts.Length; i++)
        {
            Node part = node.Parts[i];
            if (part.IsBlock || part.IsStatement || node.IsBlock)
            {
                continue;
            }

            string type = part.Construct.Gives;
            if (!part.IsConstant && Grammar.Literal(type, 2) is { } literal && part.Print() != literal)
            {
                yield return node with
                {
                    Parts = node.Parts.SetItem(i, Node.Atom(type, literal, isConstant: true)),
                };
            }

            foreach (Node inner in part.All.Skip(1).Where(inner => inner.Construct.Gives == type))
            {
                yield return node with
                {
                    Parts = node.Parts.SetItem(i, inner),
                };
            }
        }
    }
}
