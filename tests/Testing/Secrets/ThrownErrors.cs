using System.Runtime.ExceptionServices;

namespace BlueGreenServerless.Testing.Secrets;

/// <summary>Looks at every exception that is thrown in this process, whoever catches it.</summary>
internal static class ThrownErrors
{
    /// <summary>Errors of the doubles are answers on their way to the client, and may repeat what it sent, as the real ones do.</summary>
    private const string Doubles = "BlueGreenServerless.Clouds.";

    [ThreadStatic]
    private static bool inside;

    public static void Watch(LeakSearch search) => AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => Look(search, thrown);

    private static void Look(LeakSearch search, FirstChanceExceptionEventArgs thrown)
    {
        if (inside || thrown.Exception.GetType().FullName!.StartsWith(Doubles, StringComparison.Ordinal))
        {
            return;
        }

        inside = true;
        try
        {
            search.Error(thrown.Exception);
        }
        finally
        {
            inside = false;
        }
    }
}
