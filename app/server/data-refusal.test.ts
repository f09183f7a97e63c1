import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDataRequest, sendDataRefusal } from './data-refusal.ts'

let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((req, res) =>
    isDataRequest(req) ? sendDataRefusal(req, res, 413, 'Too “large”.') : res.end('a page'),
  ).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

test('a form is answered with the sentence, in the form that the script of the page decodes', async () => {
  const answer = await fetch(`${origin}/cases/new.data?index`, { method: 'POST', body: '' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/x-script; charset=utf-8'])
  expect(await answer.text()).toBe(
    '[{"_1":2},"data",{"_3":4},"refused",[5],{"_6":7,"_8":9},"field","","message","Too “large”."]\n',
  )
})

test.each([
  { asked: '/cases/%25.data', page: '/cases/%25', why: 'a page' },
  { asked: '/cases.data?queue=mine&_routes=root', page: '/cases?queue=mine', why: 'its query, without Remix’s own' },
  { asked: '/_root.data', page: '/', why: 'the first page' },
  { asked: '//evil.test/x.data', page: '/evil.test/x', why: 'never another server' },
])('data is answered with a reload of the page that shows the refusal: $why', async ({ asked, page }) => {
  const answer = await fetch(origin + asked)
  expect(answer.status).toBe(202)
  expect(JSON.parse(await answer.text())).toEqual(
    expect.arrayContaining([['SingleFetchRedirect', 1], 'redirect', page, 'reload', true]),
  )
})

test('a page is not data', async () => {
  expect(await (await fetch(`${origin}/cases?x=.data`)).text()).toBe('a page')
})
