import type { ServerBuild } from '@remix-run/server-runtime'
import { describe, expect, it } from 'vitest'
import { sectionOf, sectionOfPath, sectionsOf } from './answer-by-section.ts'

const paths: Record<string, { parentId?: string; path?: string; index?: true }> = {
  root: { path: '' },
  home: { parentId: 'root', index: true },
  nothing: { parentId: 'root', path: '*' },
  language: { parentId: 'root', path: ':language/help' },
  optional: { parentId: 'root', path: 'inbox/:referralId?' },
  inbox: { parentId: 'root', path: 'inbox' },
  received: { parentId: 'root', path: 'inbox/:referralId' },
  frame: { parentId: 'root', path: 'Cases' },
  oneCase: { parentId: 'frame', path: ':caseId' },
}
const routes = Object.fromEntries(Object.entries(paths).map(([id, route]) => [id, { id, ...route }]))
const build = { routes, assets: { routes, version: '1' } } as unknown as ServerBuild
const OF_ANY = ['root', 'home', 'nothing', 'language', 'optional']

describe('the sections of the addresses', () => {
  it('are those that routes are fixed to', () => {
    expect(sectionsOf(build)).toEqual(['inbox 1', 'inbox 2', 'cases 2'])
  })

  it.each([
    { key: 'inbox 1', own: ['inbox'], why: 'nothing of another length' },
    { key: 'inbox 2', own: ['received'], why: 'nothing of another length' },
    { key: 'cases 2', own: ['frame', 'oneCase'], why: 'with the frame it stands in' },
  ])('$key: $why', ({ key, own }) => {
    const { routes: left, assets } = sectionOf(build, key)
    expect(Object.keys(left)).toEqual([...OF_ANY, ...own])
    expect(Object.keys(assets.routes)).toEqual(Object.keys(left))
  })

  it.each([
    { pathname: '/inbox', key: 'inbox 1', why: 'a page' },
    { pathname: '/inbox.data', key: 'inbox 1', why: 'the same as data' },
    { pathname: '/Inbox/', key: 'inbox 1', why: 'in either case, with a slash after it' },
    { pathname: '/inbox/1.data', key: 'inbox 2', why: 'the last word is data of whatever it names' },
    { pathname: '/', key: ' 0', why: 'of no section: for the whole build' },
  ])('$pathname is of "$key": $why', ({ pathname, key }) => {
    expect(sectionOfPath(pathname)).toBe(key)
  })
})
