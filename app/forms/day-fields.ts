/** The values of a `DateInput` for a stored date: 'YYYY-MM-DD', or as much of it as is known. */
export function dayFields(name: string, on: string): Record<string, string> {
  const [year = '', month = '', day = ''] = on.split('-')
  return {
    [`${name}-day`]: day.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  }
}
