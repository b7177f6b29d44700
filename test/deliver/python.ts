import { spawnSync } from 'node:child_process';

const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import email']).status === 0);

export const hasPython = python !== undefined;

export interface Parsed {
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: readonly {
    readonly type: string;
    readonly name: string | null;
    readonly disposition: string | null;
    readonly params: Readonly<Record<string, string>>;
    /** base64 of what it holds. */
    readonly content: string;
  }[];
  /** Of the parts and of each of their headers. */
  readonly defects: readonly string[];
}

const script = `
import base64, email, email.policy, json, sys
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts, defects = [], []
for p in m.walk():
    defects += [repr(d) for d in p.defects]
    defects += [k + ': ' + repr(d) for k, v in p.items() for d in v.defects]
    body = b'' if p.is_multipart() else p.get_payload(decode=True)
    parts.append({'type': p.get_content_type(), 'name': p.get_filename(), 'disposition': p.get_content_disposition(),
                  'params': dict(p['content-type'].params), 'content': base64.b64encode(body).decode()})
print(json.dumps({'headers': {k.lower(): str(v) for k, v in m.items()}, 'parts': parts, 'defects': defects}))
`;

/** The message as Python's \`email\` reads it, by its strictest policy. */
export function parsed(bytes: Uint8Array): Parsed {
  const ended = spawnSync(python ?? '', ['-c', script], { input: bytes, encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(ended.stderr);
  const read: Parsed = JSON.parse(ended.stdout);
  return read;
}
