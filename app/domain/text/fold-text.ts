/** Letters that Unicode does not decompose, as people type them without a special keyboard. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ħ: 'h', ŧ: 't', ŋ: 'n', ı: 'i', ĸ: 'k' },
  ...{ ɓ: 'b', ɗ: 'd', ƙ: 'k', ƴ: 'y', ɛ: 'e', ɔ: 'o', ə: 'e', ɖ: 'd', ƒ: 'f', ɣ: 'g', ɩ: 'i', ʋ: 'v', ƶ: 'z' },
  ς: 'σ',
  // Arabic letters as Persian and Urdu write them, or without dots or hamza.
  ...{ ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ہ: 'ه', ۀ: 'ه', ە: 'ه', ٱ: 'ا' },
}

/** Scripts in which marks do not change the word: accents, vowel points, harakat, hamza. */
const MARKS_ARE_LEFT_OUT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u
/** й is a letter of its own, not an и with a mark. */
const BREVE = '\u0306'
/** The Arabic line that stretches a word, and characters without width. */
const NOTHING = /[\u0640\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/**
 * Text in the form used for comparison: lower case, without accents, one form per letter. Marks that change the word
 * stay, such as the vowel signs of Indic scripts: रवि is not रवी.
 */
export function foldText(text: string): string {
  let folded = ''
  let base = ''
  for (const character of text.normalize('NFKD').toLowerCase()) {
    if (NOTHING.test(character)) continue
    if (/\p{M}/u.test(character)) {
      const isOwnLetter = character === BREVE && /\p{Script=Cyrillic}/u.test(base)
      if (isOwnLetter || !MARKS_ARE_LEFT_OUT.test(base)) folded += character
      continue
    }
    base = character
    folded += digitOf(character) ?? PLAIN_LETTERS[character] ?? character
  }
  return folded.normalize('NFC')
}

/** A digit of any script as 0 to 9. Unicode keeps the ten digits of a script together and in order. */
function digitOf(character: string): string | null {
  if (!/\p{Nd}/u.test(character)) return null
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}
