using System.Text;

namespace BlueGreenServerless.Testing.Archives;

/// <summary>A tar header written by hand, for what no writer would write.</summary>
public static class RawTarHeader
{
    public const int Size = 512;

    /// <param name="type">The type flag, for example <c>'0'</c> or <c>'S'</c>.</param>
    /// <param name="size">What the header says of the size, true or not.</param>
    public static byte[] Make(string name, char type, long size, Action<byte[]>? also = null)
    {
        var header = new byte[Size];
        Put(header, 0, name);
        Put(header, 100, "0000644\0");
        Put(header, 108, "0000000\0");
        Put(header, 116, "0000000\0");
        Put(header, 124, Octal(size));
        Put(header, 136, Octal(0));
        header[156] = (byte)type;
        Put(header, 257, "ustar  \0");
        also?.Invoke(header);
        Put(header, 148, "        ");
        Put(header, 148, Convert.ToString(header.Sum(one => one), 8).PadLeft(6, '0') + "\0 ");
        return header;
    }

    /// <summary>An old GNU sparse file without any data that claims <paramref name="realSize"/> bytes.</summary>
    public static byte[] Sparse(string name, long realSize) => Make(name, 'S', 0, header =>
    {
        Put(header, 386, Octal(realSize));
        Put(header, 398, Octal(0));
        Put(header, 483, Octal(realSize));
    });

    public static void Put(byte[] header, int at, string text) => Encoding.Latin1.GetBytes(text).CopyTo(header, at);

    private static string Octal(long value) => Convert.ToString(value, 8).PadLeft(11, '0') + "\0";
}
