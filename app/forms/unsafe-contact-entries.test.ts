import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROUTES = fileURLToPath(new URL('../routes/', import.meta.url))
/** The schemas of forms that record an act with a client. */
const SCHEMAS = /^ {2}input: (recordContactInput|recordContactAttemptInput|recordEngagementInput|tellClientInput),$/m

test('every form that records an act with a client asks about safety together with its other errors', () => {
  const actions = globSync('**/*.tsx', { cwd: ROUTES }).flatMap((file) =>
    [...readFileSync(ROUTES + file, 'utf8').matchAll(/^export const action = formAction\(\{\n.*?^\}\)/gms)].map(
      ([declaration]) => declaration,
    ),
  )
  const found = actions.filter((declaration) => SCHEMAS.test(declaration))
  expect(found).toHaveLength(4)
  expect(found.filter((declaration) => !/^ {2}check:/m.test(declaration))).toEqual([])
})

/** The acts are only known once the step is found that is corrected. */
const CORRECTS = 'referrals/steps/amend-step-input.server.ts'
/** A paper is refused by its use case: whether a way is unsafe depends on the paper and on who gets it. */
const GIVES_PAPERS = 'papers/giving-entries.server.ts'

test('no other schema has the question', () => {
  const features = fileURLToPath(new URL('../features/', import.meta.url))
  const schemas = globSync('**/*.server.ts', { cwd: features }).filter((file) =>
    readFileSync(features + file, 'utf8').includes('...unsafeContactEntries'),
  )
  expect(schemas.filter((file) => file !== CORRECTS && file !== GIVES_PAPERS)).toHaveLength(4)
})
