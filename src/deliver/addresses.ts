/** A mailbox as a header shows it. */
export interface Mailbox {
  /** '' where it has none. */
  readonly name: string;
  readonly address: string;
}

/** What a text with addresses holds. */
export interface Mailboxes {
  readonly mailboxes: readonly Mailbox[];
  /** What is no mailbox. */
  readonly others: readonly string[];
  /** What holds the start of an encoded word, which readers would decode into another name or address. */
  readonly encoded: readonly string[];
}

/** An addr-spec as servers take it: no quoted local part, no address literal. */
const ADDRESS =
  /^[^\s@<>()[\]",;:\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)*$/u;
const longestAddress = 254;

const isAddress = (text: string): boolean =>
  text.length <= longestAddress && ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);

/** `<address>`, with a name before it or none: in quotes, or without any sign that means something in a header. */
const NAMED = /^(?:"((?:[^"\\]|\\.)*)"|([^"\\<>()[\]@,;:]*))\s*<\s*([^<>\s]*)\s*>$/u;

/** One mailbox with what separates it from the next: commas in quotes and in angle brackets separate nothing. */
const PIECE = /((?:"(?:[^"\\]|\\.)*"|<[^<>]*>|[^,])*)(?:,|$)/uy;

/** The mailboxes of `Ada <ada@example.com>, bob@example.com`, and what of it is none. */
export function readMailboxes(text: string): Mailboxes {
  const mailboxes: Mailbox[] = [];
  const others: string[] = [];
  const encoded: string[] = [];
  for (const piece of piecesOf(text)) {
    const mailbox = mailboxOf(piece);
    if (mailbox === null) others.push(piece === '' ? text : piece);
    else if (`${mailbox.name}\n${mailbox.address}`.includes('=?')) encoded.push(piece);
    else mailboxes.push(mailbox);
  }
  return { mailboxes, others, encoded };
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  PIECE.lastIndex = 0;
  for (let isLast = false; !isLast; ) {
    const [all = '', piece = ''] = PIECE.exec(text) ?? [];
    pieces.push(piece.trim());
    isLast = !all.endsWith(',');
  }
  return pieces;
}

function mailboxOf(piece: string): Mailbox | null {
  if (isAddress(piece)) return { name: '', address: piece };
  const [, quoted, plain = '', address = ''] = NAMED.exec(piece) ?? [];
  if (!isAddress(address)) return null;
  return { name: (quoted?.replace(/\\(.)/gu, '$1') ?? plain).trim(), address };
}
