export { type DeclareOptions, declare } from './declare.ts';
export { decodeText, MAX_BYTES } from './decode.ts';
export { declarationJsonSchema } from './schema/file.ts';
