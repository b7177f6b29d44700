import { parse } from 'yaml';
import { z } from 'zod';
import type { Block } from './blocks.ts';

export interface Script {
  readonly at: string;
  readonly text: string;
}

const lines = z.union([z.string().transform((line) => [line]), z.array(z.string())]);
const gitlabJob = z.looseObject({ before_script: lines.optional().catch(undefined), script: lines.optional() });
const githubSteps = z.array(z.looseObject({ run: z.string().optional() }));
const githubWorkflow = z.looseObject({ jobs: z.record(z.string(), z.looseObject({ steps: githubSteps })) });

export interface Entry {
  readonly fields: readonly string[];
  readonly command: string;
}

/** Entries of a crontab, without its comments and variables. */
export function entriesOf(crontab: string): readonly Entry[] {
  return crontab
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#') && !/^\w+=/.test(line))
    .map((line) => {
      const words = line.split(/ +/);
      return { fields: words.slice(0, 5), command: words.slice(5).join(' ') };
    });
}

/** What of a block a shell would run, as it would get it. */
export function scriptsOf(block: Block): readonly Script[] {
  const { at, language, text } = block;
  const script = (body: string): Script => ({ at, text: body });
  switch (language) {
    case 'sh':
      return [script(text)];
    case 'crontab':
      return entriesOf(text).map(({ command }) => script(command.replaceAll('\\%', '%')));
    case 'groovy':
      return [...text.matchAll(/'''([\s\S]*?)'''|\bsh '([^'\n]+)'/g)].map(([, long, short]) =>
        script(long ?? short ?? ''),
      );
    case 'ini':
      return [...text.replaceAll('\\\n', '').matchAll(/^Exec\w+=(.*)$/gm)].map(([, command = '']) => script(command));
    case 'yaml':
      return yamlScripts(block).map((body) => script(body.replaceAll(/\$\{\{.*?\}\}/g, 'expression')));
    default:
      return [];
  }
}

function yamlScripts({ page, text }: Block): readonly string[] {
  const document: unknown = parse(text, { customTags: [{ tag: '!reference', collection: 'seq' }] });
  if (page.includes('github')) {
    const steps = Array.isArray(document)
      ? githubSteps.parse(document)
      : Object.values(githubWorkflow.parse(document).jobs).flatMap((job) => job.steps);
    return steps.flatMap(({ run }) => run ?? []);
  }
  if (!page.includes('gitlab')) return [];
  return Object.values(z.record(z.string(), gitlabJob).parse(document)).map((job) =>
    [...(job.before_script ?? []), ...(job.script ?? [])].join('\n'),
  );
}
