// inside the namespace BlueGreenServerless.Release.Tests the word Release would mean the namespace
global using Document = BlueGreenServerless.Documents.Release;
