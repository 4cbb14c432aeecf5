using System.Globalization;
using System.Text;
using Dla.Etl.Jobs.Commands;

// Nothing in the program may depend on the language of the machine; Thai is written by name at the edge (DOMAIN §6.4).
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;
Thread.CurrentThread.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await JobCommandLine.InvokeAsync(args, Console.Out, Console.Error, TimeProvider.System).ConfigureAwait(false);
