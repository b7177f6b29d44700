/** What XML 1.0 cannot say at all, not even as a number: most control characters, half letters, U+FFFE and U+FFFF. */
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // A parser would read each of them as a blank in an attribute, and a CR as a LF elsewhere.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

const named = (text: string, signs: RegExp): string =>
  text.replace(UNSAYABLE, '').replace(signs, (sign) => ENTITIES.get(sign) ?? sign);

/** An element; attributes that are null are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  inside: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([key, value]) => ` ${key}="${named(value, /[&<>"\t\n\r]/g)}"`)
    .join('');
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`;
}

/** Text between tags. */
export const content = (text: string): string => named(text, /[&<>\r]/g);
