const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Months of police data in words: "April 2014", "July to September 2026". Both are first days of months. */
export function sayMonths({ from, to }: { from: string; to: string }): string {
  const [start, end] = [from, to].map((day) => ({ month: MONTHS[Number(day.slice(5, 7)) - 1], year: day.slice(0, 4) }))
  if (from === to) return `${end?.month} ${end?.year}`
  return start?.year === end?.year
    ? `${start?.month} to ${end?.month} ${end?.year}`
    : `${start?.month} ${start?.year} to ${end?.month} ${end?.year}`
}
