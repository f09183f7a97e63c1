import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { partialDayField, typedDayField, typedInstantField } from './date-fields.server.ts'
import { typedText } from './form-fields.server.ts'
import { readForm } from './read-form.server.ts'

const KEY = '0a1b2c3d-0000-4000-8000-000000000000'
const NOW = new Date('2026-11-23T10:00:00Z')
const schema = z.object({
  email: z.string('Enter your e-mail address').min(3, 'Enter your e-mail address'),
  strands: z.array(z.string()),
  on: typedDayField('planned'),
})

function posted(...fields: [name: string, value: string][]): Request {
  const body = new URLSearchParams([['idempotencyKey', KEY], ...fields])
  return new Request('https://accord.example.org/', { method: 'POST', body })
}

/** Counts the fields that are walked past, in whichever way they are looked for. */
class CountingForm extends FormData {
  walked = 0
  #all() {
    const all = [...super.entries()]
    this.walked += all.length
    return all
  }
  override get(name: string) {
    return this.#all().find(([other]) => other === name)?.[1] ?? null
  }
  override getAll(name: string) {
    return this.#all().flatMap(([other, value]) => (other === name ? [value] : []))
  }
  override has(name: string) {
    return this.#all().some(([other]) => other === name)
  }
  override entries() {
    return this.#all().values()
  }
  override keys() {
    return this.#all()
      .map(([name]) => name)
      .values()
  }
  override [Symbol.iterator]() {
    return this.entries()
  }
}

async function walkedFor(count: number): Promise<number> {
  const form = new CountingForm()
  for (let at = 0; at < count; at += 1) form.append(`field${at}`, 'x')
  await readForm(Object.assign(posted(), { formData: async () => form }), schema, { now: NOW })
  return form.walked
}

describe('readForm', () => {
  it('walks a form once, however many fields it has', async () => {
    expect([await walkedFor(1_000), await walkedFor(2_000)]).toEqual([1_000, 2_000])
  })

  it('shows the fields of the schema again, the parts of a date too, and no others', async () => {
    const sent = posted(['email', 'x'], ['strands', 'race'], ['strands', 'faith'], ['on-day', '3'], ['else', 'y'])
    const read = await readForm(sent, schema, { now: NOW })
    expect(read.ok).toBe(false)
    expect(read.form.values).toEqual({ email: 'x', strands: ['race', 'faith'], 'on-day': '3' })
  })

  it('takes a body that cannot be read for an empty form', async () => {
    const sent = new Request('https://accord.example.org/', { method: 'POST', body: 'words' })
    expect((await readForm(sent, schema, { now: NOW })).form.errors.map(({ field }) => field)).toEqual(['email', ''])
  })
})

const dates = z.object({
  name: typedText(40),
  born: partialDayField('birth'),
  planned: typedDayField('planned'),
  at: typedInstantField('recorded'),
})

async function errorsOf(...fields: [name: string, value: string][]) {
  const { form } = await readForm(posted(...fields), dates, { now: NOW })
  return Object.fromEntries(form.errors.map(({ field, message }) => [field, message]))
}

const birth = (day: string, month: string, year: string): [string, string][] => [
  ['born-day', day],
  ['born-month', month],
  ['born-year', year],
]

describe('a date that is typed', () => {
  it('asks for the full year instead of guessing the century', async () => {
    expect(await errorsOf(...birth('12', '5', '87'))).toEqual({ born: 'Enter the year with four digits, like 1987' })
  })

  it('is refused outside the limits of its field, together with every other error of the form', async () => {
    const ahead: [string, string][] = [
      ['at-day', '24'],
      ['at-month', 'Nov'],
      ['at-year', '2026'],
      ['at-time', '2.30pm'],
    ]
    const past: [string, string][] = [
      ['planned-day', '1'],
      ['planned-month', 'May'],
      ['planned-year', '2026'],
    ]
    expect(await errorsOf(['name', 'x'.repeat(50)], ...birth('1', '1', '1899'), ...past, ...ahead)).toEqual({
      name: 'Shorten this to 40 characters or fewer',
      born: 'Enter a year of birth from 1900',
      planned: 'The date must be today or later',
      at: 'The date and time must not be in the future',
    })
  })

  it.each([
    { typed: birth('', '', '1987'), born: '1987' },
    { typed: birth('', 'May', '1987'), born: '1987-05' },
    { typed: birth('12', 'may', '1987'), born: '1987-05-12' },
  ])('is kept as far as it is known: $born', async ({ typed, born }) => {
    const read = await readForm(posted(...typed), dates, { now: NOW })
    expect(read.ok && read.value.born).toBe(born)
  })

  it('is read with the time of now or not at all, so no form forgets its limits', async () => {
    await expect(readForm(posted(), dates)).rejects.toThrow('must be read with the time of now')
  })
})

it('adds what only the use case knows, from the fields that are sound', async () => {
  const check = (sound: object) => [{ field: 'name', message: Object.keys(sound).join() }]
  const read = await readForm(posted(...birth('12', '5', '87')), dates, { now: NOW, check })
  expect(read.form.errors.map(({ message }) => message)).toEqual([
    'Enter the year with four digits, like 1987',
    'name,planned,at',
  ])
})

it('counts invisible characters as no answer in a field of any kind', async () => {
  const read = await readForm(posted(['email', '\u200b\u3164'], ['strands', '\u2800']), schema, { now: NOW })
  expect(read.form.errors).toEqual([{ field: 'email', message: 'Enter your e-mail address' }])
})

test('no other file of the portal parses a posted form, so none can walk it once for each name', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const files = globSync('app/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file))
  const parsing = files.filter((file) => readFileSync(root + file, 'utf8').includes('.formData()'))
  expect(parsing.sort()).toEqual([
    'app/access/kept-form.server.ts',
    'app/forms/read-form.server.ts',
    'app/server/node-request.ts',
  ])
})

test('every rule about several fields is checked also when others are wrong, so no error waits for a second round', () => {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const files = globSync('{features,routes,access}/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\./.test(file),
  )
  const late = files.filter((file) => {
    const source = readFileSync(root + file, 'utf8')
    const ofObjects = [...source.matchAll(/\.refine\(\s*\(?(\{|typed\b|said\b)/g)].length
    return source.includes('.superRefine(') || ofObjects > source.split('when: () => true').length - 1
  })
  expect(late).toEqual([])
})
