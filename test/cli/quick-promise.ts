/** A promise file with one promise, of a reply within four hours, over `mail.csv`. */
export const quickPromise = (target: string): string => `saydo: 1
brand: Fjellrute Cycles
channels:
  email:
    source: mail.csv
    at: opened
    columns: { opened: Created, replied: Replied }
promises:
  quick:
    says: We answer within four hours.
    kept_when: { replied: { within: 4h } }
    target: ${target}
    channels: [email]
`;
