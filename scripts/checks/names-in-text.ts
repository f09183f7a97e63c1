import ts from 'typescript'

/** Words with a capital inside that people write so. */
const WRITTEN_SO =
  /\b(JavaScript|OpenStreetMap|GeoJSON|PostgreSQL|WhatsApp|McDonagh|iPhone|iPad|WebGL|YouTube|TikTok)\b/g

/**
 * Names of the code that stand in text for people: `settingsPage` in a sentence or between tags. A rename by machine
 * leaves them there, and no type notices.
 */
export function namesInText(file: string, text: string): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (isText(node))
      found.push(...(node.text.replace(WRITTEN_SO, '').match(/\b[A-Za-z]*[a-z][A-Z][A-Za-z]*\b/g) ?? []))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** What stands between tags, and a string that is a sentence: it begins with a capital and has a space. */
function isText(node: ts.Node): node is ts.JsxText | ts.StringLiteral {
  return ts.isJsxText(node) || (ts.isStringLiteral(node) && /^[A-Z][a-z]* \S/.test(node.text))
}
