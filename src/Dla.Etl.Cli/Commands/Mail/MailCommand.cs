using System.CommandLine;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail …</c>: mail in both directions.</summary>
internal static class MailCommand
{
    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock) => new("mail",
        """
        อีเมลเข้าและออก · mail in both directions

        Exit codes: each command below names its own.
        """)
    {
        MailInboxCommand.Build(shared, terminal, clock),
        MailAllowCommand.Build(shared, terminal, clock),
        MailLoginCommand.Build(shared, terminal, clock),
        MailTryCommand.Build(shared, terminal, clock),
        MailDueCommand.Build(shared, terminal, clock),
        MailOutboxCommand.Build(shared, terminal, clock),
        MailPreviewCommand.Build(shared, terminal, clock),
        MailSendCommand.Build(shared, terminal, clock),
        MailSettleCommand.Build(shared, terminal, clock),
    };
}
