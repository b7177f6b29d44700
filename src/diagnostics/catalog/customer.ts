import { entry } from '../entry.ts';

/** One person's record: SD0970 to SD0979. */
export const customer = {
  'customer-without-id': entry<{ file: string | null }>({
    id: 'SD0970',
    severity: 'error',
    message: () => 'no customer is named',
    help: ({ file }) =>
      `expected the id of a customer as the exports write it: saydo customer ID${file === null ? '' : ` ${file}`}`,
  }),
  'no-such-customer': entry<{ id: string; alike: readonly string[] | null }>({
    id: 'SD0971',
    severity: 'note',
    message: ({ id }) => `no occasion of customer '${id}'`,
    help: ({ alike }) =>
      alike === null
        ? '--suggest looks for ids written alike'
        : alike.length === 0
          ? 'no id is written alike'
          : `written alike: ${alike.join(', ')}`,
  }),
} as const;
