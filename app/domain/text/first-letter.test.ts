import { expect, it } from 'vitest'
import { lowerFirst, upperFirst } from './first-letter.ts'

it('changes the first letter and nothing else', () => {
  expect([lowerFirst('Letters To B'), upperFirst('rest of Canning')]).toEqual(['letters To B', 'Rest of Canning'])
  expect([lowerFirst(''), upperFirst('')]).toEqual(['', ''])
})
