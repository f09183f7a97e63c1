import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const STYLES = fileURLToPath(new URL('./', import.meta.url))
const files = globSync('_*.scss', { cwd: STYLES })

/** Backgrounds that tell nothing: without them everything on the page is still said. */
const GROUND = [
  'accord-header',
  'accord-filter__summary',
  'accord-card',
  'accord-progress',
  'accord-progress__words',
  'accord-save',
  'accord-timeout',
  'accord-danger',
  'accord-map__frame',
  'accord-map__waiting',
  'accord-map__hover',
  'accord-map-time__slider',
]

/** Each rule of our own with a background of a colour that means something, by its selector. */
function colouredRules(): { selector: string; body: string }[] {
  return files
    .filter((file) => file !== '_print.scss' && file !== '_forced-colours.scss')
    .flatMap((file) => {
      const text = readFileSync(STYLES + file, 'utf8').replaceAll(/\/\/.*$/gm, '')
      return [...text.matchAll(/^(\.[^{}@]+)\{((?:[^{}]|\{[^{}]*\}|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/gm)].map(
        ([, selector = '', body = '']) => ({ selector: selector.trim(), body }),
      )
    })
    .filter(({ body }) => /background(-color)?:(?! *none| *govuk-colour\("white"\);)/.test(body))
}

it('what one of our backgrounds says is also said where readers choose their own colours', () => {
  const forced = readFileSync(`${STYLES}_forced-colours.scss`, 'utf8')
  const unsaid = colouredRules().filter(({ selector, body }) => {
    const names = [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)
    const isGround = names.some((name) => GROUND.some((ground) => name === ground || name.startsWith(`${ground}-`)))
    const isSwatch = names.some((name) => name.startsWith('accord-swatch'))
    return (
      !isGround && !isSwatch && !body.includes('forced-color-adjust') && !names.some((name) => forced.includes(name))
    )
  })
  expect(unsaid.map(({ selector }) => selector)).toEqual([])
  expect(colouredRules().length).toBeGreaterThan(5)
})

it.each(['govuk-tag', 'moj-sub-navigation__link[aria-current]', 'govuk-pagination__item--current'])(
  'so is what %s says by its colour',
  (name) => {
    expect(readFileSync(`${STYLES}_forced-colours.scss`, 'utf8')).toContain(name)
  },
)

it('swatches keep the colours of the map that they explain', () => {
  expect(readFileSync(`${STYLES}_map.scss`, 'utf8')).toMatch(/\.accord-swatch \{[^}]*forced-color-adjust: none/)
})
