import { describe, expect, it } from 'vitest'
import { whySerious } from './why-serious.ts'

describe('why a case is serious, or is not any more', () => {
  it('is said in the words that were noted', () => {
    const seriousReason = 'She told us of the knife.'
    expect(whySerious({ serious: true, seriousReason })).toEqual([{ key: 'Why it is serious', value: seriousReason }])
    expect(whySerious({ serious: false, seriousReason })).toMatchObject([{ key: 'Why it is not serious' }])
  })

  it('takes no room where nothing was noted', () => {
    expect(whySerious({ serious: true, seriousReason: '' })).toEqual([])
  })
})
