import type { VNode } from 'preact';
import { bytes, percent } from '../../numbers.ts';
import { WORST_FIRST } from './answer.tsx';
import { DataTable, Sign } from './parts.tsx';
import type { Setting } from './setting.ts';

/** How the figures were made, down to the hash of each file. */
export function Origin({ exports, setting }: { exports: number; setting: Setting }): VNode {
  const { words, report, locale, numbers, amount, say, isPublic } = setting;
  const { origin } = words;
  const { head } = origin;
  const share = percent(report.confidence, Number.isInteger(report.confidence * 100) ? 0 : 1, numbers);
  return (
    <section class="origin" aria-labelledby="origin">
      <h2 id="origin">{words.headings.origin}</h2>
      <p>
        {origin.made(say(report.saydo), amount(exports), report.as_of === null ? null : locale.instant(report.as_of))}{' '}
        {origin.confidence(share)}
      </p>
      <h3>{words.headings.method}</h3>
      {(isPublic ? words.publicMethod : words.method).map((text) => (
        <p>{text}</p>
      ))}
      <dl class="verdicts">
        {WORST_FIRST.map((verdict) => (
          <div>
            <dt>
              <span class={`verdict ${verdict}`}>
                <Sign verdict={verdict} /> {(isPublic ? words.publicVerdict : words.verdict)[verdict]}
              </span>
            </dt>
            <dd>{words.meaning[verdict]}</dd>
          </div>
        ))}
      </dl>
      {isPublic || report.sources.length === 0 ? null : (
        <DataTable
          caption={words.origin.files}
          columns={[
            { head: head.file },
            { head: head.channel },
            { head: head.rows, isNumber: true },
            { head: head.entered, isNumber: true },
            { head: head.size, isNumber: true },
            { head: head.asOf },
            { head: head.newest },
            { head: head.format },
            { head: head.hash },
          ]}
          rows={report.sources.map(
            ({ file, channel, rows, entered, bytes: size, as_of, newest_event, encoding, delimiter, sha256 }) => [
              { content: <bdi>{say(file)}</bdi> },
              { content: <bdi>{say(channel)}</bdi> },
              { content: amount(rows).text, by: rows },
              { content: amount(entered).text, by: entered },
              { content: bytes(size, numbers), by: size },
              { content: as_of === null ? '' : locale.instant(as_of) },
              { content: newest_event === null ? '' : locale.instant(newest_event) },
              { content: `${say(encoding)}, ${origin.delimiter(delimiter)}` },
              { content: sha256 === null ? origin.noHash : <code>{say(sha256)}</code> },
            ],
          )}
          setting={setting}
        />
      )}
    </section>
  );
}
