import { createHash } from 'node:crypto';
import type { ComponentChildren, VNode } from 'preact';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is fetched, nothing is sent; no style and no script runs but those that the page brings. */
const policyFor = (style: string, script: string | null): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === null ? [] : [`script-src ${hashOf(script)}`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

interface ShellProps {
  readonly lang: string;
  readonly title: string;
  readonly generator: string;
  readonly style: string;
  /** null: the page has none. */
  readonly script: string | null;
  readonly kind: string;
  readonly children: ComponentChildren;
}

/** What a page is written on: a file that needs nothing beside itself. */
export const Shell = ({ lang, title, generator, style, script, kind, children }: ShellProps): VNode => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policyFor(style, script)} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <meta name="generator" content={generator} />
      <title>{title}</title>
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body class={kind}>
      {children}
      {script === null ? null : <script dangerouslySetInnerHTML={{ __html: script }} />}
    </body>
  </html>
);
