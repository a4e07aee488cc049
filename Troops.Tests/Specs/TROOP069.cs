// What a container gives to everybody.
using Microsoft.Extensions.DependencyInjection;
using Troops;
static class Registers
{
    internal static void All(IServiceCollection services, Clock clock)
    {
        services.AddSingleton<Counter>(); //! TROOP069 [AddSingleton<Counter>] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton<ICounter, Counter>(); //! TROOP069 [AddSingleton<ICounter, Counter>] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton(new Counter()); //! TROOP069 [AddSingleton] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton<ICounter>(new Counter()); //! TROOP069 [AddSingleton<ICounter>] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton<ICounter>(static _ => new Counter()); //! TROOP069 [AddSingleton<ICounter>] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton(typeof(ICounter), typeof(Counter)); //! TROOP069 [AddSingleton] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton(typeof(Counter)); //! TROOP069 [AddSingleton] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton(typeof(ICounter), static _ => new Counter()); //! TROOP069 [AddSingleton] Every thread gets the same object from 'AddSingleton': Counter.n (not readonly); make it readonly
        services.AddSingleton<Holder>(); //! TROOP069 [AddSingleton<Holder>] Every thread gets the same object from 'AddSingleton': Holder.counter -> Counter.n (not readonly); make it readonly
        services.AddSingleton<Clock>();
        services.AddSingleton<IClock, Clock>();
        services.AddSingleton<IClock>(clock);
        services.AddSingleton<IClock>(static _ => new Clock());
        services.AddSingleton(typeof(IClock), typeof(Clock));
        services.AddSingleton(typeof(Clock));
        services.AddScoped<Counter>();
    }
}
interface ICounter;
interface IClock;
sealed class Counter : ICounter { int n; internal int Next() => ++n; }
sealed class Holder(Counter counter) { readonly Counter counter = counter; internal int Next() => counter.Next(); }
sealed class Clock : IClock { readonly int offset; internal int Offset => offset; }
namespace Microsoft.Extensions.DependencyInjection
{
    interface IServiceCollection;
    static class ServiceCollectionServiceExtensions
    {
        internal static IServiceCollection AddSingleton<TService>(this IServiceCollection services) where TService : class => services;
        internal static IServiceCollection AddSingleton<TService, TImplementation>(this IServiceCollection services) where TService : class where TImplementation : class, TService => services;
        internal static IServiceCollection AddSingleton<TService>(this IServiceCollection services, TService implementationInstance) where TService : class => services;
        internal static IServiceCollection AddSingleton<TService>(this IServiceCollection services, Func<IServiceProvider, TService> implementationFactory) where TService : class => services;
        internal static IServiceCollection AddSingleton(this IServiceCollection services, Type serviceType, Type implementationType) => services;
        internal static IServiceCollection AddSingleton(this IServiceCollection services, Type serviceType) => services;
        internal static IServiceCollection AddSingleton(this IServiceCollection services, Type serviceType, Func<IServiceProvider, object> implementationFactory) => services;
        internal static IServiceCollection AddScoped<TService>(this IServiceCollection services) where TService : class => services;
    }
}
