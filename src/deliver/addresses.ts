/** A mailbox as a header shows it. */
export interface Mailbox {
  /** '' where it has none. */
  readonly name: string;
  readonly address: string;
}

/** An addr-spec as servers take it: no quoted local part, no address literal. */
const ADDRESS =
  /^[^\s@<>()[\]",;:\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)*$/u;
const longestAddress = 254;

const isAddress = (text: string): boolean =>
  text.length <= longestAddress && ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);

/** The mailboxes of `Ada <ada@example.com>, bob@example.com`, and what of it is none. */
export async function readMailboxes(
  text: string,
): Promise<{ readonly mailboxes: readonly Mailbox[]; readonly others: readonly string[] }> {
  const { default: parse } = await import('nodemailer/lib/addressparser');
  const found = parse(text, { flatten: true });
  const mailboxes = found.filter(({ address }) => isAddress(address));
  const others = found.filter(({ address }) => !isAddress(address)).map(({ name, address }) => address || name);
  return {
    mailboxes: mailboxes.map(({ name, address }) => ({ name, address })),
    others: found.length === 0 ? [text] : others,
  };
}
