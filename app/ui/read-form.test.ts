import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { readForm } from './read-form.server.ts'

const KEY = '0a1b2c3d-0000-4000-8000-000000000000'
const schema = z.object({ email: z.string().min(3, 'Enter your e-mail address'), strands: z.array(z.string()) })

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
  await readForm(Object.assign(posted(), { formData: async () => form }), schema, { days: ['on'], instants: ['at'] })
  return form.walked
}

describe('readForm', () => {
  it('walks a form once, however many fields it has', async () => {
    expect([await walkedFor(1_000), await walkedFor(2_000)]).toEqual([1_000, 2_000])
  })

  it('shows the fields of the schema again, the parts of a date too, and no others', async () => {
    const sent = posted(['email', 'x'], ['strands', 'race'], ['strands', 'faith'], ['on-day', '3'], ['else', 'y'])
    const read = await readForm(sent, schema, { days: ['on'] })
    expect(read.ok).toBe(false)
    expect(read.form.values).toEqual({ email: 'x', strands: ['race', 'faith'], 'on-day': '3' })
  })

  it('takes a body that cannot be read for an empty form', async () => {
    const sent = new Request('https://accord.example.org/', { method: 'POST', body: 'words' })
    expect((await readForm(sent, schema)).form.errors.map(({ field }) => field)).toEqual(['email', ''])
  })
})

test('no other file of the portal parses a posted form, so none can walk it once for each name', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const files = globSync('app/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file))
  const parsing = files.filter((file) => readFileSync(root + file, 'utf8').includes('.formData()'))
  expect(parsing.sort()).toEqual(['app/access/kept-form.server.ts', 'app/ui/read-form.server.ts'])
})
