import type { VNode } from 'preact';
import type { Setting } from './setting.ts';

const Mark = ({ children }: { children: VNode }): VNode => (
  <svg class="mark" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

/** What the marks of the charts are; a benchmark only where there is one. */
export function Legend({ setting }: { setting: Setting }): VNode {
  const { legend } = setting.words;
  const cells = setting.report.promises.flatMap(({ channels }) => channels);
  return (
    <ul class="legend">
      <li>
        <Mark>
          <path d="M12,1V15" stroke="var(--ink)" stroke-width="3" />
        </Mark>
        {legend.target}
      </li>
      <li>
        <Mark>
          <circle cx="12" cy="8" r="4.5" fill="var(--ink)" />
        </Mark>
        {legend.value}
      </li>
      <li>
        <Mark>
          <path d="M1,8H23M1,5V11M23,5V11" stroke="var(--ink)" stroke-width="1.5" fill="none" />
        </Mark>
        {legend.interval}
      </li>
      <li>
        <Mark>
          <path d="M1,8H23" stroke="var(--muted)" stroke-width="1.5" stroke-dasharray="4 3" />
        </Mark>
        {legend.trend}
      </li>
      <li>
        <Mark>
          <circle cx="12" cy="8" r="4" fill="none" stroke="var(--muted)" stroke-width="1.5" />
        </Mark>
        {legend.open}
      </li>
      {cells.some(({ benchmark }) => benchmark !== null) ? (
        <li>
          <Mark>
            <rect x="9" y="2" width="6" height="12" fill="none" stroke="var(--muted)" stroke-width="1.5" />
          </Mark>
          {legend.benchmark}
        </li>
      ) : null}
    </ul>
  );
}
