import type { Mailbox } from './addresses.ts';
import { type Attachment, mediaTypeOf } from './attachment.ts';
import { encodedWords } from './encoded-words.ts';
import { headerText } from './header-text.ts';

/** What a message is to say, and to whom. */
export interface Letter {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly subject: string;
  /** The same report twice: for programs that show text, and for those that show HTML. */
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

/** A message as it goes over the wire, and to whom the server is asked to pass it on. */
export interface Message {
  readonly bytes: Uint8Array;
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * Sets the letter as RFC 5322 and MIME have it: text and HTML as alternatives, attachments beside them. Two letters
 * of the same words differ in Date, Message-ID and boundaries alone.
 */
export async function compose(letter: Letter): Promise<Message> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const part = (content: string) => ({
    // Nodemailer takes one without content for something else.
    content: withCrLf(content) || '\r\n',
    contentTransferEncoding: 'quoted-printable',
  });
  const subject = headerText(letter.subject);
  // Nodemailer lets an encoded word through as it is, and it could hold a line break.
  const isMasked = subject.includes('=?');
  const node = new MailComposer({
    from: box(letter.from),
    to: letter.to.map(box),
    ...(letter.cc.length > 0 ? { cc: letter.cc.map(box) } : {}),
    ...(letter.replyTo.length > 0 ? { replyTo: letter.replyTo.map(box) } : {}),
    ...(isMasked ? {} : { subject }),
    date: new Date(letter.sentAt),
    // RFC 3834: no one's holiday notice is to answer it; the second is what Exchange goes by.
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(isMasked ? { Subject: masked(subject) } : {}),
    },
    text: part(letter.text),
    html: part(letter.html),
    attachments: letter.attachments.map(({ name, text }) => ({
      // Named by the disposition alone: beside it, Nodemailer would put the encoded word that RFC 2047 forbids there.
      filename: false,
      contentDisposition: `attachment; filename="${name.replace(/["\\]/g, '\\$&')}"`,
      content: Buffer.from(text),
      contentType: mediaTypeOf(name),
    })),
    newline: 'win',
    // It is all here: nothing is to be fetched, whatever a text looks like.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from, to } = node.getEnvelope();
  return { bytes: await node.build(), from: typeof from === 'string' ? from : letter.from.address, to };
}

/** As it is to stand there; lines are folded all the same. */
const masked = (text: string) => ({ prepared: true, foldLines: true, value: encodedWords(text) });

/** An encoded word in a name could carry a line break past those who look for one. */
const box = ({ name, address }: Mailbox): Mailbox => ({ name: headerText(name).replaceAll('=?', '= ?'), address });

const withCrLf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n');
