import { describe, expect, it } from 'vitest'
import { HINT_KINDS, personalHints } from './personal-name-hint.ts'

const AGENCIES = ['Beacon Victim Care', 'Harthill Bridge Homes', 'Mersey Shore Constabulary', 'Unity Steps']
const found = (text: string) => personalHints(text, AGENCIES).map(({ kind, found: words }) => `${kind}: ${words}`)

describe('what looks personal in a note (G14: a note with a personal name warns)', () => {
  it.each([
    { text: 'Threats were made against Amara Diallo again.', hint: 'name: Amara Diallo', why: 'first and last name' },
    { text: 'Amara Diallo was followed home.', hint: 'name: Amara Diallo', why: 'a name may open a sentence' },
    { text: 'The shop of Mr Hussain was targeted.', hint: 'name: Mr Hussain', why: 'a title and a last name' },
    { text: 'The shop of Mr. Hussain was targeted.', hint: 'name: Mr Hussain', why: 'a title with a dot' },
    { text: 'Boys shouted at Mohammed outside.', hint: 'name: Mohammed', why: 'a common given name alone' },
    { text: 'Sarah’s windows were broken.', hint: 'name: Sarah', why: 'a given name in the genitive' },
    { text: 'It began with Nguyen Van Minh.', hint: 'name: Nguyen Van Minh', why: 'names in another order' },
    { text: 'It is about Omar al Rashid.', hint: 'name: Omar al Rashid', why: 'a small word within a name' },
    {
      text: 'Posts name Zbigniew Kowalczyk as a target.',
      hint: 'name: Zbigniew Kowalczyk',
      why: 'no name of any list',
    },
    { text: 'The family of O’Connor-Smith Bridget left.', hint: 'name: O’Connor-Smith Bridget', why: 'double names' },
    { text: 'JAMES was there', hint: 'name: JAMES', why: 'a given name in capitals' },
    { text: 'ALI was there', hint: 'name: ALI', why: 'a short one in capitals' },
    { text: 'ZBIGNIEW KOWALCZYK WAS THERE', hint: 'name: ZBIGNIEW KOWALCZYK', why: 'a short text in capitals' },
    {
      text: 'A MAN CALLED JAMES WAS SEEN AT THE SHOPS ON SATURDAY',
      hint: 'name: JAMES',
      why: 'a long text in capitals',
    },
    { text: 'spoke to mohammed from the corner shop', hint: 'name: mohammed', why: 'a given name in small letters' },
    { text: 'spoke to mohammed’s mum', hint: 'name: mohammed', why: 'a given name in small letters, in the genitive' },
    { text: 'spoke to josé about it', hint: 'name: josé', why: 'a given name with its accent' },
    { text: 'spoke to Jose\u0301 about it', hint: 'name: Jose\u0301', why: 'an accent that is a character of its own' },
    { text: 'the shop of mr osterberg', hint: 'name: mr osterberg', why: 'a title in small letters' },
    { text: 'asked khan about it', hint: 'name: khan', why: 'a family name in small letters' },
    { text: 'Spoke to محمد at the shop', hint: 'script: محمد', why: 'a name in Arabic' },
    { text: 'Говорили с Иваном Петровым', hint: 'script: Говорили с Иваном Петровым', why: 'a text in Cyrillic' },
    { text: 'Met रवि today', hint: 'script: रवि', why: 'a name in Devanagari, with its vowel sign' },
    { text: 'Met 王伟 today', hint: 'script: 王伟', why: 'a name in Chinese' },
    { text: 'Ring 07700 900123 for more.', hint: 'phone: 07700 900123', why: 'a mobile number' },
    { text: 'Ring 0151 496 0123.', hint: 'phone: 0151 496 0123', why: 'a number of the city' },
    { text: 'Ring +44 7700 900123.', hint: 'phone: +44 7700 900123', why: 'a number as from abroad' },
    { text: 'Written to by someone@example.org today.', hint: 'email: someone@example.org', why: 'an e-mail address' },
    {
      text: 'Eggs thrown at 12 Larkmoor Row, L7 2AB.',
      hint: 'address: 12 Larkmoor Row, L7 2AB',
      why: 'a whole address',
    },
    { text: 'Eggs thrown at number 12, L7 2AB.', hint: 'address: 12, L7 2AB', why: 'a house number and a postcode' },
    { text: 'Eggs thrown at 12 Larkmoor Row.', hint: 'address: 12 Larkmoor Row', why: 'a house in a street' },
    { text: 'Eggs thrown at Flat 3, 12 Larkmoor Row.', hint: 'address: 12 Larkmoor Row', why: 'a flat in a house' },
  ])('“$text” is asked about, for $why', ({ text, hint }) => {
    expect(found(text)).toContain(hint)
  })

  it.each([
    { text: 'Rumours of a march in Kensington & Fairfield on Saturday.', why: 'a ward and a day' },
    { text: 'Leaflets on Larkmoor Row and Smith Street.', why: 'streets without a house' },
    { text: 'Beacon Victim Care and Unity Steps have heard the same.', why: 'names of agencies' },
    { text: 'Harthill Bridge Homes’ tenants are worried.', why: 'an agency in the genitive' },
    { text: 'Polish families and Roma children are called names.', why: 'peoples have capital letters' },
    { text: 'Several Muslim women were shouted at near St Brendan’s Church.', why: 'a faith and a building' },
    { text: 'Graffiti at Wavertree Park and Anfield Road School.', why: 'places that end in what they are' },
    { text: 'Youths gather. Fireworks are expected in November.', why: 'words that open a sentence' },
    { text: 'Posts on Facebook and WhatsApp call for a protest at Lime Street Station.', why: 'media and a station' },
    { text: 'English Defence League stickers outside Liverpool Central Library.', why: 'a body and a building' },
    { text: '14 people on Breck Road, L5 and L6.', why: 'a number that is no house, and half postcodes' },
    { text: 'About 200 expected between 18:00 and 21:30 on 12 10 2026.', why: 'numbers that no telephone has' },
    { text: 'National Hate Crime Awareness Week drew some stickers.', why: 'the week has a long name' },
    { text: 'ASB and BNP tags on the 82 bus stop.', why: 'initials' },
    { text: 'Everton v Liverpool in May: fans of both sang it.', why: 'clubs and a month' },
    { text: 'Near L7 2AB.', why: 'a postcode alone holds some fifteen homes' },
    { text: 'eggs thrown in james street and on st john road', why: 'streets in small letters' },
    { text: 'a stall at everton park, with unity steps', why: 'a place and an agency in small letters' },
    { text: 'we had a frank talk', why: 'a name that is a word' },
    { text: 'EGGS THROWN AT SHOPS IN KENSINGTON & FAIRFIELD', why: 'capitals throughout, and nobody named' },
    { text: 'Fête at the café, with piñatas', why: 'accents are no other script' },
    { text: '', why: 'nothing was written' },
  ])('“$text” passes: $why', ({ text }) => {
    expect(found(text)).toEqual([])
  })

  it('has words for each kind of thing it finds', () => {
    expect(Object.values(HINT_KINDS).map(({ label }) => label)).toHaveLength(5)
  })
})
