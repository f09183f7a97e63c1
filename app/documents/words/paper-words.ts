import type { PaperLanguage } from '../../domain/papers/paper-format.ts'
import { ENGLISH } from './en/english.ts'

/** English is the source of the keys: a language that lacks a text, or has one too many, does not compile. */
export type PaperWords = TextsOf<typeof ENGLISH>

type TextsOf<Words> = Words extends string
  ? string
  : Words extends readonly string[]
    ? readonly string[]
    : Words extends (...given: infer Given) => string
      ? (...given: Given) => string
      : { readonly [Key in keyof Words]: TextsOf<Words[Key]> }

export const PAPER_WORDS: Readonly<Record<PaperLanguage, PaperWords>> = { en: ENGLISH }
