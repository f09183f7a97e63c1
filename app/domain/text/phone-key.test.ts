import { describe, expect, it } from 'vitest'
import { phoneKeys, phoneSearchKeys } from './phone-key.ts'

const MOBILE = '+447700900830'
const CITY = '+441514960123'

describe('the telephone numbers in a text', () => {
  it.each([
    { text: '07700 900830', keys: [MOBILE], why: 'as people write it' },
    { text: '447700900830', keys: [MOBILE], why: 'with the country and no plus' },
    { text: '+44 7700 900 830', keys: [MOBILE], why: 'with the country' },
    { text: '+44 (0)7700 900830', keys: [MOBILE], why: 'with the country and the zero' },
    { text: '0044-7700-900830', keys: [MOBILE], why: 'with the country dialled' },
    { text: '00 44 07700 900830', keys: [MOBILE], why: 'with all of it' },
    { text: '(07700) 900-830', keys: [MOBILE], why: 'with brackets and hyphens' },
    { text: '07700/900830', keys: [MOBILE], why: 'with a stroke' },
    { text: '7700900830', keys: [MOBILE], why: 'as a spreadsheet leaves it' },
    { text: '٠٧٧٠٠ ٩٠٠٨٣٠', keys: [MOBILE], why: 'in Arabic digits' },
    { text: 'Mum’s: 07700.900.830 (after 6pm)', keys: [MOBILE], why: 'with words beside it' },
    { text: '0151 496 0123 ext 204', keys: [CITY], why: 'with an extension' },
    { text: '07700 900830 or 0151 496 0123', keys: [MOBILE, CITY], why: 'with a second one' },
    { text: '07700900830/01514960123', keys: [MOBILE, CITY], why: 'with a second one and no space' },
    { text: '07700 900830 0151 496 0123', keys: [MOBILE, CITY], why: 'with a second one right behind it' },
    { text: '+33 6 12 34 56 78', keys: ['+33612345678'], why: 'another country keeps its number' },
    { text: '496 0123', keys: ['4960123'], why: 'without its area it stays as it is' },
    { text: 'none', keys: [], why: 'no digits are no number' },
    { text: 'flat 12, after 6', keys: [], why: 'nor are a few' },
  ])('“$text”: $why', ({ text, keys }) => {
    expect(phoneKeys(text)).toEqual(keys)
  })

  it('are found by their last digits', () => {
    const [key = ''] = phoneSearchKeys('+44 151 496 0123')
    for (const typed of ['0151 496 0123', '496 0123', '960123'])
      expect(key.startsWith(phoneSearchKeys(typed)[0] ?? 'nothing')).toBe(true)
  })
})
