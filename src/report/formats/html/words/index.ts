import { en } from './en.ts';
import type { Words } from './words.ts';

/** By the primary language of a tag; English stands in for all others. */
const translations: Readonly<Record<string, Words>> = { en };

/** The page's own words in that language, or in English. */
export const wordsFor = (lang: string): Words => translations[lang.split('-')[0] ?? ''] ?? en;
