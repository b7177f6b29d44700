import { expect, test } from 'vitest';
import { promiseFile } from '../../src/declaration/schema/file.ts';
import { promiseShape } from '../../src/declaration/schema/promise-shape.ts';
import { shapeOf } from '../../src/declaration/schema/shape-of.ts';

test('the shape of the promise file is that of its schema, and goes through JSON, in which the program has it', () => {
  expect(promiseShape).toEqual(shapeOf(promiseFile));
  expect(JSON.parse(JSON.stringify(promiseShape))).toEqual(promiseShape);
});

test('each key that has to be there is taught by an example', () => {
  expect(promiseShape.keys?.['brand']?.words.example).toBe('brand: Fjellrute Cycles');
  expect(promiseShape.keys?.['channels']?.values?.keys?.['source']?.words.expected).toBe(
    'a path, a glob or a list of them',
  );
});
