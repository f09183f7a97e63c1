import ts from 'typescript'

export type Measure =
  | 'file lines'
  | 'route lines'
  | 'function lines'
  | 'component lines'
  | 'imports'
  | 'any'
  | 'test beside'

interface MeasuredFunction {
  name: string
  lines: number
  isComponent: boolean
}

export interface MeasuredFile {
  file: string
  lines: number
  codeLines: number
  commentLines: number
  imports: number
  functions: MeasuredFunction[]
  /** Uses of `any`, and comments that switch a check off. */
  loopholes: string[]
}

const SWITCHED_OFF = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/

export function measureSource(file: string, text: string): MeasuredFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const functions: MeasuredFunction[] = []
  const loopholes: string[] = []
  let imports = 0
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) imports++
    if (node.kind === ts.SyntaxKind.AnyKeyword) loopholes.push(`any, line ${lineOf(source, node.pos)}`)
    const measured = measureFunction(source, node)
    if (measured) functions.push(measured)
    ts.forEachChild(node, visit)
  }
  visit(source)
  const comments = commentLines(source, text)
  for (const line of comments.texts) if (SWITCHED_OFF.test(line)) loopholes.push(line.trim())
  const written = text.split('\n').filter((line) => line.trim() !== '').length
  return {
    file,
    lines: text.split('\n').length - 1,
    codeLines: written - comments.count,
    commentLines: comments.count,
    imports,
    functions,
    loopholes,
  }
}

/** Named functions, methods, and arrow functions with a body. A capital in a .tsx file means a component. */
function measureFunction(source: ts.SourceFile, node: ts.Node): MeasuredFunction | undefined {
  const counts =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    (ts.isArrowFunction(node) && ts.isBlock(node.body))
  if (!counts || !node.body) return
  const name = nameOf(node)
  const lines = lineOf(source, node.end) - lineOf(source, node.getStart(source)) + 1
  return { name, lines, isComponent: source.fileName.endsWith('.tsx') && /^[A-Z]/.test(name) }
}

function nameOf(node: ts.FunctionLikeDeclaration) {
  if (node.name && ts.isIdentifier(node.name)) return node.name.text
  const parent = node.parent
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : 'a nameless function'
}

function commentLines(source: ts.SourceFile, text: string) {
  const lines = new Set<number>()
  const texts: string[] = []
  const seen = new Set<number>()
  const visit = (node: ts.Node) => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (seen.has(range.pos)) continue
      seen.add(range.pos)
      texts.push(text.slice(range.pos, range.end))
      for (let line = lineOf(source, range.pos); line <= lineOf(source, range.end); line++) lines.add(line)
    }
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return { count: lines.size, texts }
}

function lineOf(source: ts.SourceFile, position: number) {
  return source.getLineAndCharacterOfPosition(position).line + 1
}
