/** Control characters but for line ends and tabs: what moves the cursor, rings, colours or turns the direction. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Data as a terminal may have it: what an export holds must not reach it as commands. Files and pipes get every byte.
 * JSON says the same by escapes, for such a character stands nowhere but within a string; formats for people have none.
 *
 * @param format - the id of the format it is in
 */
export function onScreen(data: string, format: string): string {
  if (format === 'json') return data.replace(CONTROLS, escaped);
  return format === 'csv' ? data.replace(CONTROLS, '\ufffd') : data;
}

const escaped = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
