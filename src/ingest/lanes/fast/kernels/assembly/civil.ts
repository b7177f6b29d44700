/** What `monthOf` says of a month that is not there. */
export const NO_MONTH: i32 = i32.MIN_VALUE;

export const DAY_MS: i64 = 86_400_000;

/**
 * Days from 1970-01-01 to the day before the first of a month, times 32, plus the month's days; NO_MONTH for a month
 * that is not 1 to 12.
 *
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function monthOf(year: i32, month: i32): i32 {
  if (month < 1 || month > 12) return NO_MONTH;
  // Eras of 400 years from one that begins before year 0, so that no division is of a negative number.
  const shifted = year + 400 - i32(month <= 2);
  const days =
    shifted * 365 +
    shifted / 4 -
    shifted / 100 +
    shifted / 400 +
    (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 -
    (719_469 + 146_097);
  const isLeap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  const length = month == 2 ? 28 + i32(isLeap) : 30 + ((month ^ (month >> 3)) & 1);
  return days * 32 + length;
}
