/** Control characters but for line ends and tabs: what moves the cursor, rings, colours or turns the direction. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Data as a terminal may have it: what an export holds must not reach it as commands. Files and pipes get every byte. */
export function onScreen(data: string): string {
  return data.replace(CONTROLS, '\ufffd');
}
