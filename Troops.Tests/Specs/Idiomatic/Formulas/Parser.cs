using TradeWinds.Common;

namespace TradeWinds.Formulas;

/// <summary>Top-down operator precedence, after Pratt.</summary>
internal ref struct Parser
{
    private const int DeepestNesting = 200;

    private Lexer lexer;
    private Token current;
    private int depth;

    private Parser(ReadOnlySpan<char> text)
    {
        lexer = new Lexer(text);
        current = lexer.Next();
    }

    public static Node Parse(ReadOnlySpan<char> text)
    {
        Parser parser = new(text);
        var root = parser.Expression(strength: 0);
        return parser.current.Kind is TokenKind.End ? root : throw parser.Unexpected();
    }

    private Node Expression(int strength)
    {
        if (++depth > DeepestNesting)
        {
            throw new SyntaxException("Too deeply nested", current.Position);
        }

        var left = Prefix();
        while (current.Kind is TokenKind.Operator)
        {
            var it = Operator.FromSymbol(current.Text[0]);
            if (it.Strength <= strength)
            {
                break;
            }

            Advance();
            left = new Binary(it, left, Expression(it.IsRightAssociative ? it.Strength - 1 : it.Strength));
        }

        depth--;
        return left;
    }

    private Node Prefix()
    {
        switch (current)
        {
            case { Kind: TokenKind.Number, Text: var digits }:
                if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                {
                    throw Unexpected();
                }

                Advance();
                return new Constant(number);

            case { Kind: TokenKind.Name, Text: var name }:
                Advance();
                return current.Kind is TokenKind.Open ? Invocation(name) : new Variable(name.ToString());

            case { Kind: TokenKind.Operator } when current.Is('-'):
                Advance();
                return new Negation(Expression(Operator.Multiply.Strength));

            case { Kind: TokenKind.Open }:
                Advance();
                var inner = Expression(strength: 0);
                Expect(TokenKind.Close);
                return inner;

            default:
                throw Unexpected();
        }
    }

    private Call Invocation(ReadOnlySpan<char> name)
    {
        var position = current.Position;
        if (!Function.TryFind(name, out var function))
        {
            throw new SyntaxException($"There is no function '{name}'", position);
        }

        Expect(TokenKind.Open);
        var arguments = ImmutableArray.CreateBuilder<Node>();
        do
        {
            arguments.Add(Expression(strength: 0));
        } while (TryTake(TokenKind.Comma));

        Expect(TokenKind.Close);
        return function.Arity.Contains(arguments.Count)
            ? new Call(function, arguments.DrainToImmutable())
            : throw new SyntaxException($"{function} does not take {arguments.Count} arguments", position);
    }

    private bool TryTake(TokenKind kind)
    {
        if (current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!TryTake(kind))
        {
            throw Unexpected();
        }
    }

    private void Advance() => current = lexer.Next();

    private readonly SyntaxException Unexpected()
    {
        var (kind, text) = current;
        return new SyntaxException(kind is TokenKind.End ? "The formula ends too early" : $"'{text}' is not expected", current.Position);
    }
}
