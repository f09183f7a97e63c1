import { describe, expect, it } from 'vitest'
import { nameKey, nameSearchKeys, nameWords, soundKeys, typedBeginnings } from './name-words.ts'

describe('one person, several spellings', () => {
  it.each([
    { one: 'Amara Diallo', other: 'AMARA  diallo', why: 'capitals and spaces' },
    { one: 'Michał Łukasiewicz', other: 'Michal Lukasiewicz', why: 'letters of the Polish alphabet' },
    { one: 'Søren Đorđević', other: 'Soren Dordevic', why: 'letters that are struck through' },
    { one: 'Jürgen Weiß', other: 'Jurgen Weiss', why: 'letters of the German alphabet' },
    { one: 'Nguyễn Văn Đức', other: 'Nguyen Van Duc', why: 'tones of Vietnamese' },
    { one: 'Şule Yıldız', other: 'Sule Yildiz', why: 'an i without its dot' },
    { one: 'Shauna Mc Donagh', other: 'Shauna McDonagh', why: 'a space within a name' },
    { one: 'Bridget O’Neill', other: 'Bridget O Neill', why: 'an apostrophe or a space' },
    { one: "Bridget O'Neill", other: 'bridget oneill', why: 'an apostrophe or nothing' },
    { one: 'Zoë O’Brien-Smith', other: 'zoe obrien smith', why: 'an accent and a hyphen' },
    { one: 'Abd al-Raḥmān', other: 'Abdalrahman', why: 'parts of a name that are written together' },
    { one: 'Do\u200brothea', other: 'Dorothea', why: 'a character without width' },
    { one: 'Mrs Amara Diallo', other: 'Amara Diallo', why: 'a title' },
    { one: 'Σοφία Παπάς', other: 'ΣΟΦΙΑ ΠΑΠΑΣ', why: 'accents and capitals of Greek' },
    { one: 'Артём Королёв', other: 'Артем Королев', why: 'ё and е' },
    { one: 'مُحَمَّد', other: 'محمد', why: 'vowel signs of Arabic' },
    { one: 'أحمد', other: 'احمد', why: 'a hamza on its seat' },
    { one: 'فاطمة', other: 'فاطمه', why: 'an ending with or without its dots' },
    { one: 'علی', other: 'علي', why: 'the yeh of Persian and of Arabic' },
    { one: 'علی‌رضا', other: 'علی رضا', why: 'a joint without width, or a space' },
  ])('$one and $other: $why', ({ one, other }) => {
    expect(nameKey(one)).toBe(nameKey(other))
    expect(nameKey(one)).not.toBe('')
  })

  it.each([
    { one: 'रवि', other: 'रवी', why: 'vowel signs of Devanagari make another name' },
    { one: 'কমল', other: 'কামাল', why: 'vowel signs of Bengali make another name' },
    { one: 'Андрей', other: 'Андреи', why: 'й is a letter of its own' },
    { one: 'Amara', other: 'Amira', why: 'another vowel is another name' },
  ])('$one is not $other: $why', ({ one, other }) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  it.each(['', '  ', '\u200b', '–'])('“%s” is no name', (name) => {
    expect([nameKey(name), nameSearchKeys(name)]).toEqual(['', []])
  })
})

/** As the database does it. */
function finds(typed: string, name: string): boolean {
  const keys = nameSearchKeys(name)
  return typedBeginnings(nameWords(typed)).every((any) =>
    any.some((beginning) => keys.some((key) => key.startsWith(beginning))),
  )
}

describe('a search by name', () => {
  it.each([
    { typed: 'diall', name: 'Amara Diallo' },
    { typed: 'DIALLO, amara', name: 'Amara Diallo' },
    { typed: 'mcdonagh', name: 'Shauna Mc Donagh' },
    { typed: 'shauna mc donagh', name: 'Shauna McDonagh' },
    { typed: 'neill', name: 'Bridget O’Neill' },
    { typed: 'oneill', name: 'Bridget O Neill' },
    { typed: 'lukasi', name: 'Michał Łukasiewicz' },
    { typed: 'smith', name: 'Zoë O’Brien-Smith' },
    { typed: 'रवि', name: 'रवि कुमार' },
  ])('“$typed” finds $name', ({ typed, name }) => {
    expect(finds(typed, name)).toBe(true)
  })

  it.each([
    { typed: 'रवि', name: 'रवी कुमार' },
    { typed: 'amara smith', name: 'Amara Diallo' },
    { typed: 'iallo', name: 'Amara Diallo' },
  ])('“$typed” does not find $name', ({ typed, name }) => {
    expect(finds(typed, name)).toBe(false)
  })

  it.each([
    ['Mohammed', 'Muhamad', 'Mohamed'],
    ['Hussain', 'Hussein', 'Husein'],
    ['Łukasiewicz', 'Lukasewicz'],
    ['Kowalski', 'Kovalsky'],
    ['Catherine', 'Katherine', 'Kathryn'],
    ['McDonagh', 'MacDonagh', 'Mc Donagh'],
  ])('knows that %s sounds like %s', (...names) => {
    const sounds = names.map((name) => soundKeys(nameWords(name)).at(-1))
    expect(new Set(sounds).size).toBe(1)
  })

  it.each(['Amy', 'रवि', 'Ян'])('does not say how %s sounds: it is short, or of another script', (name) => {
    expect(soundKeys(nameWords(name))).toEqual([])
  })
})
