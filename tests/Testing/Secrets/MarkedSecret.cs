namespace BlueGreenServerless.Testing.Secrets;

/// <summary>Secrets that tests give to the code that they test. See <see cref="SecretMark"/>.</summary>
public static class MarkedSecret
{
    /// <summary>32 hexadecimal digits; the same ones for the same name during a whole run.</summary>
    public static string Of(string name)
    {
        LeakSearch.Current.Note(name);
        return LeakSearch.Current.Mark.Secret(name);
    }

    /// <summary>40 characters as AWS has them, also those that an address or a form has to escape.</summary>
    public static string OfAws(string name) => Of(name) + "/K7+MDEN";
}
