import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { widthOf } from '../../src/report/formats/table/text.ts';

it('takes no letter for narrow that is not', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    const letter = `a${String.fromCharCode(code)}b`;
    expect(widthOf(letter), `U+${code.toString(16)}`).toBe(stringWidth(letter));
  }
});
