import { z } from 'zod'
import { visibleText } from '../domain/text/visible-text.ts'
import { dateFieldOf, limitBroken } from './date-fields.server.ts'
import { groupOf } from './repeating/repeating-group.server.ts'
import { type FormRow, groupRowId, isEmptyRow, nameInRow, rowButtons, rowsOf, valuesOf } from './repeating/rows.ts'
import { typedDay, typedDayAndTime } from './typed-date.ts'

/** The texts of each field, by its name in the form. */
export type Texts = ReadonlyMap<string, string[]>

type Fields = Record<string, unknown>

export interface FormIssue {
  path: readonly PropertyKey[]
  message: string
}

function entriesOf(schema: z.ZodObject): [name: string, type: z.ZodType][] {
  return Object.entries(schema.shape as Record<string, z.ZodType>)
}

/** The names under which a form sends what its schema reads, besides repeating groups. */
function namesOf(schema: z.ZodObject): string[] {
  return entriesOf(schema).flatMap(([name, type]) => {
    if (groupOf(type)) return []
    return dateFieldOf(type) ? [name, ...['day', 'month', 'year', 'time'].map((part) => `${name}-${part}`)] : [name]
  })
}

/** The texts that the schema reads. Rows of a repeating group are numbered again without the empty ones. */
export function typedTexts(sent: Texts, schema: z.ZodObject): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const name of namesOf(schema)) {
    const values = sent.get(name)
    if (values) texts.set(name, values)
  }
  for (const [group, type] of entriesOf(schema)) {
    if (!groupOf(type)) continue
    const filled = rowsOf(sent, group).filter((row) => !isEmptyRow(row))
    for (const [name, value] of valuesOf(group, filled)) texts.set(name, [value].flat())
  }
  return texts
}

/**
 * A form whose button adds or removes a row, sent where no script answers the button: every text as it was typed, with
 * the rows as they are then, and the part of the page to go on from. Null for a form that is to be saved.
 */
export function rearranged(sent: Texts, schema: z.ZodObject): { typed: Texts; focusOn: string } | null {
  for (const [name, type] of entriesOf(schema)) {
    const group = groupOf(type)
    const { add, remove } = rowButtons(name)
    const removed = sent.get(remove)?.[0]
    if (!group || (removed === undefined && !sent.has(add))) continue
    const before = rowsOf(sent, name)
    const rows = before.filter((_, at) => String(at) !== removed)
    const isAdded = removed === undefined && rows.length < group.most
    if (isAdded) rows.push(emptyRow(group.row))
    const others = [...sent].filter(([other]) => !other.startsWith(`${name}[`))
    const typed = new Map([...others, ...valuesOf(name, rows)].map(([field, value]) => [field, [value].flat()]))
    return { typed, focusOn: isAdded ? groupRowId(name, rows.length - 1) : name }
  }
  return null
}

function emptyRow(row: z.ZodObject): FormRow {
  return Object.fromEntries(namesOf(row).map((name) => [name, '']))
}

/** The value of each field as its schema reads it: a date from its boxes, the rows of a group as a list. */
export function fieldsOf(typed: Texts, schema: z.ZodObject, forget: readonly string[] = []): Fields {
  const boxes = Object.fromEntries([...typed].map(([name, [first = '']]) => [name, first]))
  const fields: Fields = {}
  for (const [name, type] of entriesOf(schema)) {
    const date = dateFieldOf(type)
    const group = groupOf(type)
    // A password may begin or end with any character, but not be made of invisible ones alone.
    const secret = forget.includes(name)
    const sent = typed.get(name)?.map((text) => (secret && visibleText(text) !== '' ? text : visibleText(text)))
    if (group) fields[name] = rowsOf(typed, name).map((row) => fieldsOf(textsOfRow(row), group.row))
    else if (date) fields[name] = date.reads === 'day' ? typedDay(boxes, name) : typedDayAndTime(boxes, name)
    else fields[name] = takesSeveral(type) ? (sent ?? []) : sent?.[0]
  }
  return fields
}

function textsOfRow(row: FormRow): Texts {
  return new Map(Object.entries(row).map(([name, value]) => [name, [value].flat()]))
}

/** The fields that are right in themselves, whatever is wrong with the others. */
export function soundFields<Schema extends z.ZodObject>(schema: Schema, fields: Fields): Partial<z.output<Schema>> {
  const read = entriesOf(schema).map(([name, type]) => [name, type.safeParse(fields[name])] as const)
  const sound = read.flatMap(([name, { success, data }]) => (success ? [[name, data] as const] : []))
  return Object.fromEntries(sound) as Partial<z.output<Schema>>
}

/** The dates that can be read and are outside the limit of their field, also in the rows of a group. */
export function outsideLimits(schema: z.ZodObject, fields: Fields, now: Date | undefined): FormIssue[] {
  const sound: Fields = soundFields(schema, fields)
  return entriesOf(schema).flatMap(([name, type]) => {
    const group = groupOf(type)
    if (group)
      return (fields[name] as Fields[]).flatMap((row, at) => inRow(name, at, outsideLimits(group.row, row, now)))
    const date = dateFieldOf(type)
    if (!date) return []
    if (!now) throw new Error(`The form has a date, ${name}, so it must be read with the time of now.`)
    const message = limitBroken(date, sound[name], now)
    return message === null ? [] : [{ path: [name], message }]
  })
}

function inRow(group: string, at: number, issues: readonly FormIssue[]): FormIssue[] {
  return issues.map(({ path, message }) => ({ path: [group, at, ...path], message }))
}

/** What is wrong in a row, by the name of its field in the form, with the item and its number before the message. */
export function namedInRows(schema: z.ZodObject, issues: readonly FormIssue[]): FormIssue[] {
  const types: Readonly<Record<string, z.ZodType>> = schema.shape
  return issues.map((issue) => {
    const [name = '', at, field = ''] = issue.path
    const type = types[String(name)]
    const group = type && groupOf(type)
    if (!group || typeof at !== 'number') return issue
    const path = [nameInRow(String(name), at, String(field))]
    return { path, message: `${group.item} ${at + 1}: ${issue.message}` }
  })
}

function takesSeveral(type: unknown): boolean {
  if (type instanceof z.ZodArray) return true
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return takesSeveral(type.unwrap())
  if (type instanceof z.ZodPipe) return takesSeveral(type.in)
  return false
}
