using TradeWinds.Common;

namespace TradeWinds.Harbour;

/// <summary>A server: the berths are its thread's, and others ask over a channel. Long answers are tasks, of which several are under way.</summary>
internal sealed partial class HarbourMaster(int berths, Channel<Request<Ship, Berth>> port)
{
    private readonly Dictionary<int, string> taken = [];
    private readonly Queue<Request<Ship, Berth>> waiting = [];
    private readonly List<string> diary = [];
    private int underWay;

    public event Action<Berth>? Given;

    public static TroopThread<ImmutableArray<string>> Open(int berths, Channel<Request<Ship, Berth>> port, Broadcast<Berth> news) =>
        TroopThread.Start(async () =>
        {
            HarbourMaster master = new(berths, port);
            var given = 0;
            master.Given += berth =>
            {
                given++;
                news.TrySend(berth);
            };
            master.Given += master.Note;
            await master.Serve();
            news.Close();
            return (ImmutableArray<string>)[.. master.diary, $"{given} berths"];
        });

    [TroopTask]
    private async TroopTask Serve()
    {
        await foreach (var request in port)
        {
            if (request.Cancellation.IsCancellationRequested)
            {
                continue;
            }

            waiting.Enqueue(request);
            underWay++;
            Handle().Forget();
        }

        while (underWay > 0)
        {
            await TroopTask.Delay(TimeSpan.FromMilliseconds(1));
        }
    }

    private async TroopTask Handle()
    {
        var request = waiting.Dequeue();
        try
        {
            var number = await Free();
            taken[number] = request.Question.Name;
            await TroopTask.Delay(TimeSpan.FromMilliseconds(request.Question.Weight));
            Berth berth = new(request.Question.Name, number, Money.FromCrowns(request.Question.Weight));
            request.Reply.TrySend(berth);
            Given?.Invoke(berth);
            taken.Remove(number);
        }
        finally
        {
            underWay--;
        }
    }

    private async TroopTask<int> Free()
    {
        while (true)
        {
            if (Enumerable.Range(1, berths).FirstOrDefault(number => !taken.ContainsKey(number)) is > 0 and var free)
            {
                return free;
            }

            await TroopTask.Delay(TimeSpan.FromMilliseconds(1), TroopThread.Current.CancellationToken);
        }
    }

    private void Note(Berth berth) => diary.Add($"{berth.Ship} lies at {berth.Number}");
}
