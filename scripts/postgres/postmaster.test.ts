import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort, isAlive, readPostmaster, runningPostmaster } from './postmaster.ts'

function dataFolder(pid: number) {
  const data = mkdtempSync(join(tmpdir(), 'accord-'))
  writeFileSync(join(data, 'postmaster.pid'), `${pid}\n${data}\n1\n5433\n\n127.0.0.1\n 1 2\nready   \n`)
  return data
}

test('the file of a server tells its number, its port and whether it is ready', () => {
  expect(readPostmaster(dataFolder(7))).toEqual({ pid: 7, port: 5433, ready: true })
  expect(readPostmaster(mkdtempSync(join(tmpdir(), 'accord-')))).toBeUndefined()
})

test('a file whose number another program bears now is removed', () => {
  const data = dataFolder(process.pid)
  expect(runningPostmaster(data)).toBeUndefined()
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
})

test('a number nobody bears is not alive', () => {
  expect(isAlive(process.pid)).toBe(true)
  expect(isAlive(2 ** 22 + 1)).toBe(false)
})

test('a taken port is passed over', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  const { port } = holder.address() as { port: number }
  expect(await freePort(port)).not.toBe(port)
  await new Promise((resolve) => holder.close(resolve))
  expect(await freePort(port)).toBe(port)
})
