import type { VNode } from 'preact';
import type { FindingReport } from '../../../model/report.ts';
import { blindSpots } from '../../blind-spots.ts';
import { Sign } from './parts.tsx';
import type { Setting } from './setting.ts';

const placeOf = ({ file, line }: FindingReport): string =>
  file === null ? '' : line === null ? file : `${file}:${line}`;

/** What is not measured, and what the data showed beside the figures. */
export function Unseen({ setting }: { setting: Setting }): VNode {
  const { words, report, say, isPublic } = setting;
  const spots = blindSpots(report);
  const says = new Map(report.promises.map((promise) => [promise.id, promise.says]));
  const measured = new Set(
    report.promises.flatMap(({ id, channels }) =>
      channels.filter(({ measure }) => measure !== null).map(({ channel }) => JSON.stringify([id, channel])),
    ),
  );
  return (
    <section class="unseen-parts" aria-labelledby="blind-spots">
      <h2 id="blind-spots">{words.headings.blindSpots}</h2>
      {spots.length === 0 ? <p>{words.noBlindSpots}</p> : null}
      <ul>
        {spots.map(({ channel, reason, promises }) => {
          // What is said of a measured channel without occasions counts its rows.
          const isCounted = isPublic && promises.some((id) => measured.has(JSON.stringify([id, channel])));
          const named = promises.map((id) => (isPublic ? words.quoted(say(says.get(id) ?? id)) : say(id)));
          return (
            <li dir="auto">
              <Sign verdict="unmeasured" />{' '}
              {words.blindSpot(
                say(channel),
                isCounted || reason === '' ? words.noReason : say(reason),
                words.list(named),
              )}
            </li>
          );
        })}
      </ul>
      {isPublic ? null : (
        <>
          <h2>{words.headings.findings}</h2>
          {report.findings.length === 0 ? <p>{words.noFindings}</p> : null}
          <ul class="findings">
            {report.findings.map((finding) => (
              <li class={finding.severity}>
                <b>{words.severity[finding.severity]}</b>{' '}
                {placeOf(finding) === '' ? null : (
                  <>
                    <code>{say(placeOf(finding))}</code>{' '}
                  </>
                )}
                <span dir="auto">{say(finding.message)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
