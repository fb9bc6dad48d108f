import { tokensOf } from './tidy-markup.ts'

const OWN_LINE = new Set(['li', 'tr', 'table', 'thead', 'tbody', 'ul', 'ol'])
const OWN_PARAGRAPH = new Set(['p', 'h3', 'h4', 'blockquote', 'pre'])
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
}

/** The text of markup that `sanitiseHtml` made, line structure kept: paragraphs and headings are set apart by an empty
 *  line, each list item, table row and line break has its own line, cells are parted by a tab. No markers are added, so
 *  that every line is word for word the posting's. Pure. */
export function htmlToPlainText(sanitised: string): string {
  const lines: string[] = []
  let line = ''
  let preDepth = 0
  const endLine = () => {
    const text =
      preDepth > 0
        ? line.trimEnd()
        : line
            .replace(/[^\S\t]+/g, ' ')
            .replace(/ ?\t ?/g, '\t')
            .trim()
    if (text !== '') lines.push(text)
    line = ''
    return text !== ''
  }
  for (const token of tokensOf(sanitised)) {
    if (token.kind === 'text') {
      const text = token.text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
      line += preDepth > 0 ? text : text.replace(/\s+/g, ' ')
      continue
    }
    if (token.name === 'br') {
      if (!endLine()) lines.push('')
    } else if (OWN_LINE.has(token.name)) endLine()
    else if (OWN_PARAGRAPH.has(token.name)) {
      endLine()
      lines.push('')
    } else if ((token.name === 'td' || token.name === 'th') && token.kind === 'close') line += '\t'
    if (token.name === 'pre') preDepth += token.kind === 'open' ? 1 : -1
  }
  endLine()
  return joinLines(lines)
}

/** At most one empty line in a row, none at the ends; none between the items of a list. */
function joinLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
