// The constants of ../kernels.ts and of CellState in src/model/batch.ts: this compiler reads no other files.
export const VALUE: u8 = 0;
export const BLANK: u8 = 1;
export const DATE: u8 = 3;
export const LOCAL: u8 = 4;

export const LINE_END: u32 = 0x8000_0000;
export const OFFSET: u32 = 0x7fff_ffff;

export const ODD_QUOTE: i32 = 1;
export const LONE_CR: i32 = 2;
export const NUL: i32 = 4;
export const OPEN_QUOTE: i32 = 8;

export const READ_LITERAL: i32 = 0;
export const READ_BLANK: i32 = 1;
export const READ_YEAR: i32 = 2;
export const READ_YEAR_OF_CENTURY: i32 = 3;
export const READ_MONTH: i32 = 4;
export const READ_DAY: i32 = 5;
export const READ_HOUR: i32 = 6;
export const READ_HOUR_OF_HALF: i32 = 7;
export const READ_MINUTE: i32 = 8;
export const READ_SECOND: i32 = 9;
export const READ_FRACTION: i32 = 10;
export const READ_HALF: i32 = 11;

export const TAB: u32 = 9;
export const LF: u32 = 10;
export const CR: u32 = 13;
export const SPACE: u32 = 32;
