using System.Collections.Immutable;
using System.Globalization;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Shipped;

/// <summary>One line of a list: an entry, a generator, nothing, or what is wrong with it.</summary>
internal readonly struct KindLine
{
    private const string KindWords = "Val, Cond(0), Sync, Sync(0), Ref or Generator";

    private readonly int start;
    private readonly int at;

    private KindLine(int start, int at, int length, KindEntry? entry = null, string? generator = null, string? message = null)
    {
        (this.start, this.at, Length, Entry, Generator, Message) = (start, at, length, entry, generator, message);
    }

    internal KindEntry? Entry { get; }

    internal string? Generator { get; }

    /// <summary>What is wrong and what would be right; null if nothing is wrong.</summary>
    internal string? Message { get; }

    /// <summary>Of the name, or of the word that is wrong; counted from 1.</summary>
    internal int Column => at - start + 1;

    /// <summary>As <see cref="Column"/>.</summary>
    internal int Length { get; }

    internal static KindLine Read(string text, int start, int end)
    {
        Words words = new(text, start, EndOfContent(text, start, end));
        if (!words.Next())
        {
            return new(start, start, 0);
        }

        (int kindAt, string kind) = (words.At, words.Word);
        if (kind[0] == '(' || (KindOf(kind) is null && kind != "Generator"))
        {
            return Wrong(kindAt, kind.Length, $"'{kind}' is no kind: {KindWords}");
        }

        bool hasList = words.NextParentheses();
        (int listAt, string list) = hasList ? (words.At, words.Word) : (kindAt, "");
        if (hasList && kind is not ("Cond" or "Sync"))
        {
            return Wrong(listAt, list.Length, $"'{kind}' depends on no type arguments; what does is Cond(0) or Sync(0)");
        }

        if (kind == "Cond" && !hasList)
        {
            return Wrong(kindAt, kind.Length, "'Cond' says on which type arguments it depends, counted from 0: Cond(0) or Cond(0,1)");
        }

        if (!words.Next())
        {
            string example =
                kind == "Generator" ? "System.Text.Json.SourceGeneration"
                : hasList ? "System.Collections.Generic.KeyValuePair`2"
                : "System.Uri";
            return Wrong(words.At, 0, $"the name is missing after '{kind}{list}', as in: {kind}{list} {example}");
        }

        (int nameAt, string name) = (words.At, words.Word);
        if (name is "exact" or "member")
        {
            string example = name == "exact" ? "System.EventArgs" : "System.StringComparer.Ordinal";
            return Wrong(nameAt, name.Length, $"the name is missing before '{name}', as in: {kind}{list} {example} {name}");
        }

        if (kind != "Generator" && MetadataName.Mistake(name) is { } wrongName)
        {
            return Wrong(nameAt, name.Length, wrongName);
        }

        bool exact = false;
        bool isMember = false;
        while (words.Next())
        {
            string word = words.Word;
            string? mistake = (word, kind) switch
            {
                (not ("exact" or "member"), _) => $"'{word}' is too much here: after the name may follow 'exact' or 'member', and a comment after ' #'",
                (_, "Generator") => $"'{word}' means nothing for a generator: Generator {name}",
                ("exact", _) when exact => "'exact' stands here twice",
                ("member", _) when isMember => "'member' stands here twice",
                ("exact", "Ref") => $"'exact' means nothing for 'Ref', which promises nothing of any object: Ref {name}",
                ("member", _) when hasList => $"the kind of a member cannot depend on type arguments: {(kind == "Cond" ? "Val" : kind)} {name} member",
                _ when exact || isMember => "a line is either 'exact' or 'member': a member's value is of its kind, whatever its class",
                _ => null,
            };
            if (mistake is not null)
            {
                return Wrong(words.At, word.Length, mistake);
            }

            exact = exact || word == "exact";
            isMember = isMember || word == "member";
        }

        if (kind == "Generator")
        {
            return new(start, nameAt, name.Length, generator: name);
        }

        if (isMember && !MetadataName.IsMember(name))
        {
            return Wrong(
                nameAt,
                name.Length,
                $"'{name}' is not a member: the type, a dot and the member's name without type parameters, as in System.StringComparer.Ordinal"
            );
        }

        ImmutableArray<int> arguments = [];
        return hasList && ReadArguments(list, name, out arguments) is { } wrongList
            ? Wrong(listAt, list.Length, wrongList)
            : new(start, nameAt, name.Length, new KindEntry(KindOf(kind)!.Value, name, arguments, exact, isMember));

        KindLine Wrong(int at, int length, string message) => new(start, at, length, message: message);
    }

    private static Kind? KindOf(string word) =>
        word switch
        {
            "Val" or "Cond" => Kind.Val,
            "Sync" => Kind.Sync,
            "Ref" => Kind.Ref,
            _ => null,
        };

    private static string? ReadArguments(string list, string name, out ImmutableArray<int> arguments)
    {
        arguments = [];
        if (list.Length < 3 || list[list.Length - 1] != ')')
        {
            return $"'{list}' should be numbers of type arguments in parentheses, counted from 0: (0) or (0,1)";
        }

        int arity = MetadataName.Arity(name);
        ImmutableArray<int>.Builder numbers = ImmutableArray.CreateBuilder<int>();
        foreach (string part in list.Substring(1, list.Length - 2).Split(','))
        {
            string number = part.Trim();
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            {
                return $"'{number}' is not the number of a type argument, counted from 0: (0) or (0,1)";
            }

            if (index >= arity)
            {
                string has = arity switch
                {
                    0 => "no type arguments (a generic type's name ends with a backtick and their number)",
                    1 => "one type argument, number 0",
                    _ => $"{arity.ToString(CultureInfo.InvariantCulture)} type arguments, numbers 0 to {(arity - 1).ToString(CultureInfo.InvariantCulture)}",
                };
                return $"there is no type argument {number}: {name} has {has}";
            }

            if (numbers.Contains(index))
            {
                return $"type argument {number} stands here twice";
            }

            numbers.Add(index);
        }

        arguments = numbers.ToImmutable();
        return null;
    }

    /// <summary>Before the comment, if there is one: a <c>#</c> inside a word begins none.</summary>
    private static int EndOfContent(string text, int start, int end)
    {
        for (int hash = text.IndexOf('#', start, end - start); hash >= 0; hash = text.IndexOf('#', hash + 1, end - hash - 1))
        {
            if (hash == start || char.IsWhiteSpace(text[hash - 1]))
            {
                return hash;
            }
        }

        return end;
    }

    /// <summary>The words of a line, one after the other; parentheses with what is between them are one word.</summary>
    private ref struct Words(string text, int start, int end)
    {
        private int next = start;

        internal int At { get; private set; } = start;

        internal string Word { get; private set; } = "";

        internal bool Next()
        {
            while (next < end && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            int from = next;
            while (next < end && !char.IsWhiteSpace(text[next]) && text[next] != '(')
            {
                next++;
            }

            // A parenthesis where a word should be is a word too, lest the line seem to end here.
            if (next == from && next < end)
            {
                return NextParentheses();
            }

            // What is missing is missing right after the last word.
            At = next == from ? At + Word.Length : from;
            Word = text.Substring(from, next - from);
            return next > from;
        }

        /// <summary>Only if parentheses follow, after spaces or none; else the word stays.</summary>
        internal bool NextParentheses()
        {
            int open = next;
            while (open < end && char.IsWhiteSpace(text[open]))
            {
                open++;
            }

            if (open == end || text[open] != '(')
            {
                return false;
            }

            int close = text.IndexOf(')', open, end - open);
            next = close < 0 ? end : close + 1;
            At = open;
            Word = text.Substring(open, next - open).TrimEnd();
            return true;
        }
    }
}
