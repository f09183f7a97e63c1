import { describe, expect, test } from 'vitest'
import { LANGUAGES, languageInWords, languageTags, needTags } from './communication-need.ts'

describe('needTags', () => {
  test('G5: names the interpreter first, then what is needed to talk, then what is needed to read', () => {
    const needs = { language: 'Arabic', interpreterNeeded: true, communicationNeeds: ['easy_read', 'hearing_loop'] }
    expect(needTags(needs)).toEqual(['Arabic interpreter', 'Hearing loop', 'Easy Read'])
  })

  test('is silent about a language that needs no interpreter', () => {
    expect(needTags({ language: 'Polish', interpreterNeeded: false, communicationNeeds: [] })).toEqual([])
  })

  test('G6: keeps British Sign Language apart from Braille and large print', () => {
    const needs = { language: 'English', interpreterNeeded: false, communicationNeeds: ['braille', 'bsl_interpreter'] }
    expect(needTags(needs)).toEqual(['BSL', 'Braille'])
  })
})

describe('a language that was not asked', () => {
  test.each([
    { language: '', why: 'it has not been asked' },
    { language: 'English', why: 'earlier packages name it where it was not asked' },
  ])('names no interpreter: $why', ({ language }) => {
    expect(needTags({ language, interpreterNeeded: true, communicationNeeds: [] })).toEqual([
      'Interpreter: ask which language',
    ])
  })

  test('is said as such, and any other by its name', () => {
    expect(languageInWords('')).toBe('Not asked')
    expect(languageTags({ language: '', interpreterNeeded: false })).toEqual(['Language not asked'])
    expect(languageTags({ language: 'Romani', interpreterNeeded: false })).toEqual(['Speaks Romani'])
    expect(languageTags({ language: 'English', interpreterNeeded: false })).toEqual([])
    expect(languageTags({ language: 'Romani', interpreterNeeded: true })).toEqual([])
  })
})

describe('LANGUAGES', () => {
  test('offers each language once, English first', () => {
    expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length)
    expect(LANGUAGES[0]).toBe('English')
  })
})
