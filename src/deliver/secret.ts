/** A password on its way to the server: nothing that prints, inspects or serialises objects shows it. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toJSON(): null {
    return null;
  }
}

/** What a login to a mail server needs. */
export interface Login {
  readonly user: string;
  readonly password: Secret;
}

/**
 * Whether the text holds the password in any of the forms in which it travels: as it is, as part of a URL, and in
 * base64, alone (AUTH LOGIN) or behind the user (AUTH PLAIN).
 */
export function betrays(text: string, { user, password }: Login): boolean {
  const plain = password.reveal();
  const base64 = (words: string): string => Buffer.from(words).toString('base64').replace(/=+$/, '');
  const forms = [plain, encodeURIComponent(plain), base64(plain), base64(`\0${user}\0${plain}`)];
  return forms.some((form) => form !== '' && text.includes(form));
}
