namespace Troops.Tests.Roslyn.Shipped;

/// <summary>Lines of the shipped lists that the shape of their type speaks against, and why they are right all the same.</summary>
internal static class Exceptions
{
    /// <summary>Not sealed, and yet promised for variables of the type.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Derivable = Of(
        ("all state is private and immutable, and no subclass is known that adds any", ["System.Net.Http.HttpMethod", "System.Uri"]),
        (
            "nothing changes but what TROOP060 keeps from being set; subclasses that are compiled under the rules must be immutable",
            ["System.Net.IPAddress", "System.Text.ASCIIEncoding", "System.Text.Encoding", "System.Text.UTF8Encoding", "System.Text.UnicodeEncoding"]
        ),
        (
            "documented as thread-safe for public and protected members, so that a subclass does not need to know more than that",
            [
                "System.Collections.Concurrent.BlockingCollection`1",
                "System.Collections.Concurrent.ConcurrentBag`1",
                "System.Collections.Concurrent.ConcurrentDictionary`2",
                "System.Collections.Concurrent.ConcurrentQueue`1",
                "System.Collections.Concurrent.ConcurrentStack`1",
                "System.Threading.Barrier",
                "System.Threading.CancellationTokenSource",
                "System.Threading.CountdownEvent",
                "System.Threading.ManualResetEventSlim",
                "System.Threading.SemaphoreSlim",
                "System.Threading.Tasks.ConcurrentExclusiveSchedulerPair",
                "System.Threading.Tasks.TaskCompletionSource",
                "System.Threading.Tasks.TaskCompletionSource`1",
                "System.Threading.Tasks.TaskFactory",
                "System.Threading.Tasks.TaskFactory`1",
                "System.Threading.ThreadLocal`1",
            ]
        ),
        (
            "documented as thread-safe; subclasses add names or set-up, not state",
            [
                "System.Diagnostics.DiagnosticListener",
                "System.Diagnostics.Metrics.Meter",
                "System.Diagnostics.TraceSource",
                "System.Net.Http.HttpClient",
                "System.Resources.ResourceManager",
                "System.Text.RegularExpressions.Regex",
                "System.Threading.EventWaitHandle",
                "System.Xml.Serialization.XmlSerializer",
            ]
        ),
        (
            "a base whose purpose is to be called by several threads at once, which binds who derives from it",
            [
                "Microsoft.AspNetCore.Routing.LinkGenerator",
                "Microsoft.AspNetCore.Routing.LinkParser",
                "Microsoft.Extensions.Caching.Hybrid.HybridCache",
                "Microsoft.Extensions.Caching.Memory.MemoryCache",
                "Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService",
                "Microsoft.Extensions.Localization.ResourceManagerStringLocalizer",
                "Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory",
                "Microsoft.Extensions.Logging.Abstractions.NullLogger`1",
                "Microsoft.Extensions.Logging.LoggerFactory",
                "Microsoft.Extensions.Logging.Logger`1",
                "Microsoft.Extensions.ObjectPool.DefaultObjectPoolProvider",
                "Microsoft.Extensions.ObjectPool.DefaultObjectPool`1",
                "Microsoft.Extensions.ObjectPool.ObjectPoolProvider",
                "Microsoft.Extensions.ObjectPool.ObjectPool`1",
                "System.Buffers.ArrayPool`1",
                "System.Buffers.MemoryPool`1",
                "System.Data.Common.DbDataSource",
                "System.Data.Common.DbProviderFactory",
                "System.Diagnostics.DiagnosticSource",
                "System.Diagnostics.Metrics.Instrument",
                "System.Diagnostics.Metrics.Instrument`1",
                "System.Diagnostics.Metrics.ObservableInstrument`1",
                "System.Net.Http.DelegatingHandler",
                "System.Net.Http.HttpClientHandler",
                "System.Net.Http.HttpMessageHandler",
                "System.Net.Http.HttpMessageInvoker",
                "System.Text.Encodings.Web.HtmlEncoder",
                "System.Text.Encodings.Web.JavaScriptEncoder",
                "System.Text.Encodings.Web.TextEncoder",
                "System.Text.Encodings.Web.UrlEncoder",
                "System.Threading.Channels.ChannelReader`1",
                "System.Threading.Channels.ChannelWriter`1",
                "System.Threading.Channels.Channel`1",
                "System.Threading.Channels.Channel`2",
                "System.Threading.RateLimiting.PartitionedRateLimiter`1",
                "System.Threading.RateLimiting.RateLimiter",
                "System.Threading.RateLimiting.ReplenishingRateLimiter",
                "System.Threading.Tasks.TaskScheduler",
                "System.TimeProvider",
            ]
        ),
        (
            "documented as thread-safe; what programs meet are the runtime's own",
            [
                "System.Reflection.Assembly",
                "System.Reflection.ConstructorInfo",
                "System.Reflection.EventInfo",
                "System.Reflection.FieldInfo",
                "System.Reflection.MemberInfo",
                "System.Reflection.MethodBase",
                "System.Reflection.MethodInfo",
                "System.Reflection.Module",
                "System.Reflection.ParameterInfo",
                "System.Reflection.PropertyInfo",
                "System.Reflection.TypeInfo",
                "System.Type",
            ]
        )
    );

    /// <summary>Immutable, with a member that can be set.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Settable = Of(
        (
            "a struct: what is set is a variable, and a readonly field is none",
            [
                "System.Diagnostics.Tracing.EventSourceOptions",
                "System.Drawing.Point",
                "System.Drawing.PointF",
                "System.Drawing.Rectangle",
                "System.Drawing.RectangleF",
                "System.Drawing.Size",
                "System.Drawing.SizeF",
                "System.Numerics.Matrix3x2",
                "System.Numerics.Matrix4x4",
                "System.Numerics.Plane",
                "System.Numerics.Quaternion",
                "System.Numerics.Vector2",
                "System.Numerics.Vector3",
                "System.Numerics.Vector4",
                "System.Text.Json.JsonDocumentOptions",
                "System.Text.Json.JsonReaderOptions",
                "System.ValueTuple`1",
                "System.ValueTuple`2",
                "System.ValueTuple`3",
                "System.ValueTuple`4",
                "System.ValueTuple`5",
                "System.ValueTuple`6",
                "System.ValueTuple`7",
                "System.ValueTuple`8",
            ]
        ),
        (
            "the fallbacks can be set in a Clone alone, and to set them is TROOP060; what a constructor makes throws",
            ["System.Text.ASCIIEncoding", "System.Text.Encoding", "System.Text.UTF32Encoding", "System.Text.UTF8Encoding", "System.Text.UnicodeEncoding"]
        ),
        ("to set its scope, or the obsolete Address, is TROOP060", ["System.Net.IPAddress"])
    );

    /// <summary>Immutable, with a property of a mutable type.</summary>
    internal static readonly IReadOnlyDictionary<string, string> ShowingMutable = Of(
        (
            "Keys and Values are views of what never changes",
            ["System.Collections.Immutable.ImmutableDictionary`2", "System.Collections.Immutable.ImmutableSortedDictionary`2"]
        ),
        ("the array is a new one each time", ["System.ApplicationId", "System.Data.SqlTypes.SqlDecimal", "System.Globalization.SortKey", "System.Uri"])
    );

    private static Dictionary<string, string> Of(params (string Reason, string[] Names)[] groups) =>
        groups.SelectMany(static group => group.Names.Select(name => (name, group.Reason))).ToDictionary(StringComparer.Ordinal);
}
