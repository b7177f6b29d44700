import { basename } from 'node:path';
import type { Command } from 'commander';
import { type Attachment, csvNameOf, named } from '../../deliver/attachment.ts';
import { handOver } from '../../deliver/hand-over.ts';
import { compose, type Message } from '../../deliver/message.ts';
import { serverName, usualPatience } from '../../deliver/server.ts';
import { inBytes, largeMail } from '../../deliver/size.ts';
import { subjectOf } from '../../deliver/subject.ts';
import { Undelivered } from '../../deliver/undelivered.ts';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Gate, gate } from '../../report/gate.ts';
import { done, type Outcome } from '../exit-code.ts';
import { say, show, showFailure, tryPrint } from '../messages.ts';
import { writeOutput } from '../outputs.ts';
import type { Given } from '../values.ts';
import { type Ran, runAudit } from './audit-run.ts';
import { onPaper, writeOutputs } from './deliver.ts';
import { emlFile, spareExports } from './dry-run.ts';
import type { Context } from './index.ts';
import { cellsOf, whyNothing } from './mail-occasion.ts';
import { addMailOptions, type MailSettings, readMailOptions } from './mail-options.ts';
import { addReportOptions } from './report-options.ts';
import { keepUnsent } from './unsent.ts';

/** Columns of the plain text: what mail programs show without breaking it. */
const textWidth = 72;

export function define(command: Command): void {
  addReportOptions(addMailOptions(command));
  // Nothing goes to standard output that it could choose.
  command.options.find(({ long }) => long === '--format')?.hideHelp();
  // A mail names owners.
  command.options.find(({ long }) => long === '--audience')?.hideHelp();
  command.addHelpText(
    'after',
    `
The gap report is attached as CSV, and so is every -o FILE. The password of the mail server comes
from the environment or a file, never from the command line:
  SAYDO_SMTP_URL         smtps://user:password@mail.example.com, or smtp://... for STARTTLS
  SAYDO_SMTP_PASSWORD    the password of --smtp-user

Examples:
  saydo send --mail-to team@example.com --mail-from reports@example.com --dry-run mail.eml
  saydo send --last week --mail-to a@example.com,b@example.com --mail-from saydo@example.com
  saydo send --only-on missed --mail-to root@localhost --mail-from saydo@localhost \\
    --smtp-host localhost --smtp-port 25 --smtp-insecure`,
  );
}

/** Exit 0 also where promises are missed: what counts is that the mail is on its way. */
export async function perform(given: Given, context: Context): Promise<Outcome> {
  const { io } = context;
  const mail = await readMailOptions(given, io);
  const eml = emlFile(mail.dryRun, given, io.workingDirectory);
  const ran = await runAudit('send', given, context, true);
  const { report, facts } = ran.audited;
  if (eml !== null) spareExports(eml, report.sources, io.workingDirectory);
  const earlier = cellsOf(ran.baseline, ran.settings.audit);
  const judged = gate(report, facts, new Set());
  const { problems, texts } = await writeOutputs(ran, judged, context);
  const tell = async (line: string) => (ran.settings.quiet ? undefined : say(io, `${line}\n`));

  const nothing = whyNothing(mail.onlyOn, judged, report, earlier);
  if (nothing !== null) await tell(`nothing sent: ${nothing}`);
  else {
    const attachments = await attachmentsOf(ran, judged, texts);
    const message = await messageOf(ran, judged, mail, attachments, io.now());
    const large = largeMail(message.bytes.byteLength);
    if (large !== null && !ran.settings.quiet) await show(io, [large], null);
    const size = `${attachments.length} attachment${attachments.length === 1 ? '' : 's'}, ${inBytes(message.bytes.byteLength)}`;
    if (eml !== null) {
      const problem = await writeOutput(eml, Buffer.from(message.bytes).toString());
      if (problem !== null) problems.push(problem);
      else await tell(`not sent, but written to ${eml.path} (${size})`);
    } else if (mail.server === null) {
      const problem = await tryPrint(io, Buffer.from(message.bytes).toString());
      if (problem !== null) problems.push(problem);
    } else {
      const { accepted, unsent } = await sent(message, mail.server, context);
      if (accepted.length > 0) await tell(`sent to ${accepted.join(', ')} (${size})`);
      problems.unshift(...unsent);
    }
  }
  return problems.length === 0 ? done : showFailure(io, new Failure('delivery', problems), null);
}

/** The gap report as CSV, unless a CSV of it is written anyway, and what is written. */
async function attachmentsOf(
  ran: Ran,
  judged: Gate,
  texts: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly Attachment[]> {
  const { report } = ran.audited;
  const files = texts.map(({ path, text }) => ({ name: basename(path), text }));
  if (ran.settings.outputs.some(({ format }) => format.id === 'csv')) return named(files);
  const { csv } = await import('../../report/formats/csv.ts');
  return named([{ name: csvNameOf(report), text: csv.render(report, onPaper(ran, judged)) }, ...files]);
}

async function messageOf(
  ran: Ran,
  judged: Gate,
  mail: MailSettings,
  attachments: readonly Attachment[],
  sentAt: number,
): Promise<Message> {
  const { report } = ran.audited;
  const [{ table }, { mailBody }] = await Promise.all([
    import('../../report/formats/table.ts'),
    import('../../report/formats/mail-body.ts'),
  ]);
  const files = attachments.map(({ name }) => name);
  return compose({
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    subject: mail.subject ?? subjectOf(report),
    text: `${table.render(report, { ...onPaper(ran, judged), width: textWidth })}\nAttached: ${files.join(', ')}\n`,
    html: mailBody(report, files),
    attachments,
    sentAt,
  });
}

/** What did not go out is kept; what went wrong is told with the place where it is. */
async function sent(
  message: Message,
  server: NonNullable<MailSettings['server']>,
  { io, signal }: Context,
): Promise<{ readonly accepted: readonly string[]; readonly unsent: readonly Diagnostic[] }> {
  let isHandedIn = false;
  try {
    const { accepted, refused } = await handOver(message, server, signal, usualPatience, () => {
      isHandedIn = true;
    });
    return { accepted, unsent: refused === null ? [] : [refused, await keepUnsent(message.bytes, io, true)] };
  } catch (error) {
    // Whoever stops it has no way to know how far it was.
    if (signal.aborted && isHandedIn) {
      await show(io, [diagnose('mail-interrupted', { server: serverName(server) }, null)], null);
    }
    if (!(error instanceof Undelivered)) throw error;
    const { diagnostic } = error;
    return {
      accepted: [],
      unsent: [diagnostic, await keepUnsent(message.bytes, io, diagnostic.args['isHandedIn'] === true)],
    };
  }
}
