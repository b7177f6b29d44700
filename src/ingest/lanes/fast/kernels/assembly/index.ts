export { clocks } from './clocks';
export { ids } from './ids';
export { moments } from './moments';
export { numbers } from './numbers';
export { patternMoments } from './pattern-moments';
export { findFirst, lines, regular } from './records';
export { index } from './separators';
export { addWord, makeTable, words } from './words';
