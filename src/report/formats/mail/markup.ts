/** Text as it stands between tags and in quoted attributes; a figure is not broken at its thousands. */
export const escaped = (text: string): string =>
  text.replaceAll('\u2009', '\u00a0').replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Mail programs know styles of elements alone, and few of them. */
export const styles = {
  page: 'margin:0;padding:0;background:#ffffff',
  sheet: 'width:100%;max-width:600px;font:15px/1.45 Helvetica,Arial,sans-serif;color:#1c1c1c;word-wrap:break-word',
  quiet: 'margin:0;color:#595959',
  answer: 'margin:4px 0;font-size:24px;line-height:1.25',
  heading: 'margin:24px 0 6px;font-size:17px',
  table: 'width:100%;table-layout:fixed;border-collapse:collapse;word-wrap:break-word',
  head: 'padding:4px 8px 4px 0;color:#595959;font-weight:normal;border-bottom:1px solid #767676',
  promise: 'padding:14px 0 2px',
  cell: 'padding:4px 8px 4px 0;vertical-align:top',
  ruled: 'border-bottom:1px solid #e0e0e0',
  remark: 'padding:0 8px 4px 0;vertical-align:top;color:#595959;font-size:13px',
  list: 'margin:0;padding-left:24px',
  item: 'margin:0 0 6px',
} as const;

/** Each 4.5 to 1 on white, and never without the word. */
export const inks = {
  kept: '#00645a',
  close: '#7a5200',
  waived: '#5b3a9e',
  missed: '#b3261e',
  unproven: '#595959',
  unmeasured: '#595959',
} as const;

export const section = (heading: string, body: string): string =>
  body === '' ? '' : `<h2 style="${styles.heading}">${escaped(heading)}</h2>\n${body}`;

/** @param items - HTML */
export function list(tag: 'ol' | 'ul', items: readonly string[]): string {
  if (items.length === 0) return '';
  const lines = items.map((item) => `<li style="${styles.item}">${item}</li>\n`);
  return `<${tag} style="${styles.list}">\n${lines.join('')}</${tag}>\n`;
}
