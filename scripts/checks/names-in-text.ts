import ts from 'typescript'

/** Words that are correct with a capital inside. */
const WRITTEN_SO =
  /\b(JavaScript|OpenStreetMap|GeoJSON|PostgreSQL|WhatsApp|McDonagh|iPhone|iPad|WebGL|YouTube|TikTok)\b/g

/** Names of the code in text for people. An automatic rename puts them there, and no type notices. */
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

/** Text between tags, and strings that are sentences: they begin with a capital and contain a space. */
function isText(node: ts.Node): node is ts.JsxText | ts.StringLiteral {
  return ts.isJsxText(node) || (ts.isStringLiteral(node) && /^[A-Z][a-z]* \S/.test(node.text))
}
