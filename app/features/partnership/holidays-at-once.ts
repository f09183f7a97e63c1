/** England and Wales have eight or nine a year: two years fit. */
export const HOLIDAYS_AT_ONCE = 20
