using System.Net;
using System.Text.Json;

namespace Lending;

/// <summary>Where pictures of books come from.</summary>
internal sealed class CoverClient(HttpClient http, ILogger<CoverClient> log)
{
    private readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { AllowTrailingCommas = true };

    public async Task<Cover?> FindAsync(string title, CancellationToken cancellation)
    {
        using var response = await http.GetAsync($"search?title={Uri.EscapeDataString(title)}", cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            log.LogDebug("There is no cover of {Title}.", title);
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Cover>(json, cancellation);
    }
}

/// <summary>Says from time to time what is late.</summary>
internal sealed class OverdueWatch(LoanStore store, TroopProcess process, IOptions<LendingOptions> options, TimeProvider clock, ILogger<OverdueWatch> log)
    : BackgroundService
{
    private int rounds;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.WatchEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            rounds++;
            var loans = store.All;
            var now = clock.GetUtcNow();
            try
            {
                foreach (var loan in await process.InvokeAsync(() => Reports.Overdue(loans, now)))
                {
                    log.LogWarning("{Title} should have come back on {Due}.", loan.Title, loan.Due);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Round {Round} failed.", rounds);
            }
        }
    }
}
