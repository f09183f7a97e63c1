import ts from 'typescript'

/**
 * Words that readers stumbled over, each with a plain one. `everywhere` covers names, comments, tests and
 * documentation. `in text` covers only pages and mails, because the same word may be a good name. `in comments` covers
 * comments in code, but not in tests.
 */
interface RetiredWord {
  word: RegExp
  instead: string
  where: 'everywhere' | 'in text' | 'in comments'
}

export interface RetiredWordFound {
  file: string
  line: number
  found: string
  instead: string
}

interface Exception {
  file: RegExp
  word?: RegExp
  why: string
}

const RETIRED_WORDS: RetiredWord[] = [
  { word: /\breckon(s|ed|ing|ings)?\b/, instead: 'calculate', where: 'everywhere' },
  { word: /\banew\b/, instead: 'again, or new', where: 'everywhere' },
  { word: /\bdeeds?\b/, instead: 'action', where: 'everywhere' },
  { word: /\bmeanwhile\b/, instead: 'since, or at the same time', where: 'everywhere' },
  { word: /\b(how|what)soever\b/, instead: 'any', where: 'everywhere' },
  { word: /\bat the door\b/, instead: 'when signing in, or before the page', where: 'everywhere' },
  { word: /\bworn out\b/, instead: 'expired', where: 'everywhere' },
  { word: /\b(gone|goes|went) by\b/, instead: 'passed, or in the past', where: 'everywhere' },
  { word: /\b(lies|lie|lay) (ahead|back)\b/, instead: 'is in the future, or in the past', where: 'everywhere' },
  {
    word: /\b(takes?|taken|took|taking) in (?!(order|turn|place|one|the|each)\b)/,
    instead: 'import',
    where: 'everywhere',
  },
  { word: /\b(become|becomes|became|comes|came|come) of it\b/, instead: 'the result', where: 'everywhere' },
  { word: /\b(mend|mends|mended|mending)\b/, instead: 'correct, or fix', where: 'everywhere' },
  { word: /\b(put|puts|putting) (it |this |that |them )?right\b/, instead: 'correct', where: 'everywhere' },
  {
    word: /\b(is|are|was|were|be|been|being|get|gets) told\b/,
    instead: 'notified, recorded or reported',
    where: 'everywhere',
  },
  { word: /\b(some|any|every|no)body\b/, instead: 'someone, anyone, everyone, no one, or the role', where: 'in text' },
  { word: /\bwho(m|ever)\b/, instead: 'who, or the person who', where: 'in text' },
  { word: /\bcarry on\b/, instead: 'continue', where: 'in text' },
  { word: /\bstands? (in|on|at|until|there)\b/, instead: 'is', where: 'in text' },
  { word: /\b(it|this|they) holds?\b/, instead: 'applies', where: 'in text' },
  { word: /\btaken back\b/, instead: 'undone, or withdrawn', where: 'in text' },
  { word: /\bwritten down\b/, instead: 'recorded', where: 'in text' },
  { word: /\b(some|any|every)body\b/, instead: 'someone, anyone, everyone, or the role', where: 'in comments' },
  { word: /\bwho(m|so)?ever\b/, instead: 'the role, or people who', where: 'in comments' },
  { word: /\bfor who\b/, instead: 'for people who', where: 'in comments' },
  { word: /\bstands? (in|on|at|until|there|beside|before|above)\b/, instead: 'is', where: 'in comments' },
  { word: /\bwrit(es|ten|e) down\b/, instead: 'record', where: 'in comments' },
  { word: /\b(takes?|taken|took) back\b/, instead: 'withdraw, remove or undo', where: 'in comments' },
  { word: /\bin (the|its|their) place of\b/, instead: 'instead of, or replaces', where: 'in comments' },
  { word: /\bgoes on\b/, instead: 'continues', where: 'in comments' },
]

/** Files whose words must stay as they are. */
const EXCEPTIONS: Exception[] = [
  { file: /^scripts\/checks\/retired-words/, why: 'the list itself, and the fixture that proves it' },
  { file: /^app\/demo\/(agencies|courses|stories\/.*)\.ts$/, why: 'what invented people say in their own words' },
  { file: /^app\/domain\/standards\/clause\.ts$/, why: 'the clauses as the partnership published them' },
  { file: /^app\/domain\/consents\/consent-wording\.ts$/, why: 'the wording is stored with each consent' },
  { file: /^app\/domain\/text\/(no-person-words|given-names)\.ts$/, why: 'lists of words that people type' },
]

/** Finds the retired words of a source or document, also across line breaks and inside compound names. */
export function findRetiredWords(file: string, text: string): RetiredWordFound[] {
  const everywhere = findIn(wordsOf(text.split('\n').map((line, at) => ({ text: line, line: at + 1 }))), 'everywhere')
  const inText =
    isPage(file) && ANY['in text'].test(text.replaceAll(/\s+/g, ' '))
      ? pageText(file, text).flatMap((piece) => findIn(wordsOf([piece]), 'in text'))
      : []
  const inComments = isCode(file)
    ? commentsOf(file, text).flatMap((lines) => findIn(wordsOf(lines), 'in comments'))
    : []
  return [...everywhere, ...inText, ...inComments]
    .map((found) => ({ file, ...found }))
    .filter(({ found }) => !isExcepted(file, found))
}

export function sayRetiredWord({ file, line, found, instead }: RetiredWordFound): string {
  return `${file}:${line}: "${found}" is retired. Write ${instead}`
}

interface Piece {
  text: string
  line: number
}

/** One expression for all words, tried first: most texts contain none, and it is faster. */
const ANY = {
  everywhere: anyOf(RETIRED_WORDS.filter(({ where }) => where === 'everywhere')),
  'in text': anyOf(RETIRED_WORDS.filter(({ where }) => where === 'in text')),
  'in comments': anyOf(RETIRED_WORDS.filter(({ where }) => where === 'in comments')),
}

function anyOf(words: RetiredWord[]) {
  return new RegExp(words.map(({ word }) => word.source).join('|'), 'i')
}

function findIn({ text, lineOf }: { text: string; lineOf: (at: number) => number }, where: RetiredWord['where']) {
  if (!ANY[where].test(text)) return []
  return RETIRED_WORDS.filter((retired) => retired.where === where).flatMap(({ word, instead }) =>
    [...text.matchAll(new RegExp(word, 'gi'))].map(({ 0: found, index }) => ({ line: lineOf(index), found, instead })),
  )
}

/** Joins lines into one text without comment marks. `atTheDoor` and `at-the-door` become three words. */
function wordsOf(lines: Piece[]) {
  const ends: { end: number; line: number }[] = []
  let text = ''
  for (const line of lines) {
    const bare = line.text.replace(/^\s*(\/\*\*?|\*|\/\/)?\s*/, '')
    text += `${bare.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[-_\s]+/g, ' ')} `
    ends.push({ end: text.length, line: line.line })
  }
  return { text, lineOf: (at: number) => ends.find(({ end }) => at < end)?.line ?? 0 }
}

function isPage(file: string) {
  return /^app\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)
}

function isCode(file: string) {
  return /^(app|db|scripts)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)
}

/** The comments of a source, each as its lines. */
function commentsOf(file: string, text: string): Piece[][] {
  if (!ANY['in comments'].test(text.replaceAll(/[\s*]+/g, ' '))) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, scriptKind(file))
  const found = new Map<number, Piece[]>()
  const visit = (node: ts.Node) => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      const first = source.getLineAndCharacterOfPosition(pos).line + 1
      const lines = text.slice(pos, end).split('\n')
      found.set(
        pos,
        lines.map((line, at) => ({ text: line, line: first + at })),
      )
    }
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return [...found.values()]
}

/** The texts of a page, mail or refusal: text between tags, and strings of more than one word. */
function pageText(file: string, text: string): Piece[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, scriptKind(file))
  const pieces: Piece[] = []
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) return
    const isText = ts.isJsxText(node) || ts.isStringLiteralLike(node) || isPartOfTemplate(node)
    if (isText && /\w\s+\w/.test(node.text))
      pieces.push({ text: node.text, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return pieces
}

function isPartOfTemplate(node: ts.Node): node is ts.TemplateLiteralLikeNode {
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
}

function scriptKind(file: string) {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
}

function isExcepted(file: string, found: string) {
  return EXCEPTIONS.some((each) => each.file.test(file) && (each.word === undefined || each.word.test(found)))
}
