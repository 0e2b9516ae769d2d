using System.Diagnostics;

namespace BlueGreenServerless.Engine.Tests.Victim;

/// <summary>kill -9 of this process, at a chosen place.</summary>
public static class Death
{
    public static void ComeIf(bool now)
    {
        if (now)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            using var never = new ManualResetEvent(initialState: false);
            never.WaitOne();
        }
    }
}
