import { expect, test } from 'vitest'

test('a file starts with modules and an environment of its own, and with the libraries that are loaded', async () => {
  const { permissionsOf } = await import('../../app/access/ability.ts')
  const { z } = await import('zod')
  const level = process.env.LOG_LEVEL
  Object.assign(process.env, { LEFT_BEHIND: 'by another file', LOG_LEVEL: 'trace' })
  const again = './fresh-modules.ts?again'
  await import(again)
  expect(process.env.LEFT_BEHIND).toBeUndefined()
  expect(process.env.LOG_LEVEL).toBe(level)
  expect((await import('../../app/access/ability.ts')).permissionsOf).not.toBe(permissionsOf)
  expect((await import('zod')).z).toBe(z)
})
