import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const docs = fileURLToPath(new URL('../../docs', import.meta.url));

export interface Block {
  /** `ci/jenkins.md:3`, of the line where it begins. */
  readonly at: string;
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, in their order. */
export function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(docs, page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ 1: language = '', 2: body = '', index }) => ({
    at: `${page}:${text.slice(0, index).split('\n').length}`,
    page,
    language,
    text: body,
  }));
}
