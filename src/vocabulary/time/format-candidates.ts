/** Days as exports write them where they do not write ISO 8601. */
const DAYS = [
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'dd/MM/yy',
  'MM/dd/yy',
  'dd.MM.yy',
  'd MMM yyyy',
  'd MMM yy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
  'MMM d yyyy',
  'dd-MMM-yyyy',
  'dd-MMM-yy',
  'dd/MMM/yyyy',
  'dd/MMM/yy',
  'EEE, d MMM yyyy',
  'EEE MMM d yyyy',
  'EEE, MMM d, yyyy',
  'EEEE, MMMM d, yyyy',
  'EEEE, d MMMM yyyy',
];

const TIMES = ['HH:mm', 'HH:mm:ss', 'hh:mm a', 'hh:mm:ss a'];

/** Formats of mail and of some tools that are not a day and then a time. */
const WHOLE = [
  'EEE, d MMM yyyy HH:mm:ss Z',
  'EEE, d MMM yyyy HH:mm:ss z',
  'd MMM yyyy HH:mm:ss Z',
  'EEE MMM d HH:mm:ss Z yyyy',
  'EEE MMM d HH:mm:ss z yyyy',
  'EEE MMM d HH:mm:ss yyyy',
  'HH:mm dd/MM/yyyy',
  'HH:mm MM/dd/yyyy',
  'dd/MM/yyyy HH:mm:ss Z',
  'MM/dd/yyyy HH:mm:ss Z',
  'yyyy/MM/dd HH:mm:ss Z',
];

/**
 * Formats that are tried on cells that are no ISO 8601, in the order in which they are proposed. Where two of them read
 * the same cells differently, as with days and months below 13, both are proposed: which is right nobody can tell.
 */
export const candidateFormats: readonly string[] = [
  ...DAYS.flatMap((day) => [day, ...TIMES.map((time) => `${day} ${time}`), ...TIMES.map((time) => `${day}, ${time}`)]),
  ...WHOLE,
];
