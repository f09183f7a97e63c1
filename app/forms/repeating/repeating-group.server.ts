import { z } from 'zod'

interface RepeatingGroup {
  row: z.ZodObject
  /** What one row is: "Holiday". Errors begin with it and its number. */
  item: string
  most: number
}

/** Every repeating group of every form: `readForm` finds them here. */
const groups = new WeakMap<z.ZodType, RepeatingGroup>()

export function groupOf(field: z.ZodType): RepeatingGroup | undefined {
  return groups.get(field)
}

interface GroupOf<Entries extends z.ZodRawShape> {
  entries: Entries
  item: string
  /** The highest number of rows. */
  most: number
  /** What to say when every row is empty; without it the group may be left empty. */
  missing?: string
}

/** Several of one thing, each in a row of the same fields, named `holidays[0].on`. Empty rows are ignored. */
export function repeatingGroup<Entries extends z.ZodRawShape>({ entries, item, most, missing }: GroupOf<Entries>) {
  const row = z.object(entries)
  const rows = z.array(row).max(most, `Add ${most} or fewer at once`)
  const group = missing === undefined ? rows : rows.min(1, missing)
  groups.set(group, { row, item, most })
  return group
}
