import { renderToStaticMarkup } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server'
import { expect, it } from 'vitest'
import type { ListedPage } from './form-page.ts'
import { FormTaskList } from './form-task-list.tsx'

const PAGES: ListedPage[] = [
  { id: 'needs', title: 'Needs', hint: 'Interpreter booked', status: 'completed' },
  { id: 'happened', title: 'What happened', status: 'in-progress' },
  { id: 'risk', title: 'Risk check', status: 'not-started' },
  { id: 'wishes', title: 'Wishes', hint: 'After the risk check', status: 'cannot-start' },
]

function shown(): string {
  return renderToStaticMarkup(
    <StaticRouter location="/form">
      <FormTaskList pages={PAGES} hrefOf={(page) => `/form/${page}`} />
    </StaticRouter>,
  )
}

/** The items as a screen reader finds them: the link, if there is one, and what describes it. */
function items() {
  return shown()
    .split('<li')
    .slice(1)
    .map((item) => {
      const textOf = (id: string) => new RegExp(`id="${id}"[^>]*>(?:<strong[^>]*>)?([^<]*)`).exec(item)?.[1]
      const described = /aria-describedby="([^"]*)"/.exec(item)?.[1]?.split(' ').map(textOf)
      return { href: /href="([^"]*)"/.exec(item)?.[1], described, status: /(\w+)-status"/.exec(item)?.[1] }
    })
}

it('links each page that can start, and reads out its hint and how far it is', () => {
  expect(items()).toEqual([
    { href: '/form/needs', described: ['Interpreter booked', 'Completed'], status: 'needs' },
    { href: '/form/happened', described: ['In progress'], status: 'happened' },
    { href: '/form/risk', described: ['Not yet started'], status: 'risk' },
    { href: undefined, described: undefined, status: 'wishes' },
  ])
})

it('says in words which page cannot start yet, and how many are completed', () => {
  expect(shown()).toContain('Cannot start yet')
  expect(shown()).toContain('1 of 4 sections completed.')
})
