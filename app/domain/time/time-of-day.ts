const WORDS: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' }

/** Reads a time of day (2.30pm, 2:30 pm, 14.30, 1430, 2pm, noon) as 'HH:MM'; null if it is not a time. */
export function readTimeOfDay(written: string): string | null {
  const text = written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s*(hrs|hours|h)\.?$/, '')
  const named = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined
  if (named !== undefined) return named
  const [whole, hours = '', minutes, half] = /^(\d{1,2})(?:[:.\s]?(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?$/.exec(text) ?? []
  // A single number without am or pm may be an hour or a slip, so it is refused.
  if (whole === undefined || (minutes === undefined && half === undefined)) return null
  const hour = hourOf(Number(hours), half)
  if (hour === null || hour > 23 || Number(minutes ?? 0) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
}

/** The hour on the 24-hour clock; null for impossible ones such as 14am and 0pm. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour > 12) return half === 'p' ? hour : null
  if (hour === 0) return half === 'a' ? 0 : null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
