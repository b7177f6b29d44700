/** The promise file where none is named. */
export const defaultName = 'promises.yaml';
