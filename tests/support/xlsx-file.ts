import { zipFile } from './zip-file.ts'

export type XlsxCell = string | number | null

export interface XlsxSheet {
  readonly name: string
  readonly rows: readonly (readonly XlsxCell[])[]
}

/** A workbook as spreadsheet programs write it: texts in one table for all sheets, empty cells left out. */
export function xlsxFile(sheets: readonly XlsxSheet[]): Buffer {
  const texts = new Map<string, number>()
  const sheetFiles = sheets.map(({ rows }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(rows, texts),
  }))
  const strings = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')
  return zipFile([
    { name: '[Content_Types].xml', content: `${HEAD}<Types/>` },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
        .map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships>${sheets
        .map(
          (_sheet, index) =>
            `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    },
    { name: 'xl/styles.xml', content: `${HEAD}<styleSheet xmlns="${MAIN}"/>` },
    { name: 'xl/sharedStrings.xml', content: `${HEAD}<sst xmlns="${MAIN}">${strings}</sst>` },
    ...sheetFiles,
  ])
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function sheetXml(rows: readonly (readonly XlsxCell[])[], texts: Map<string, number>): string {
  const body = rows.map((row, rowIndex) => {
    const cells = row.map((cell, column) => {
      if (cell === null) return ''
      const at = `${columnName(column)}${rowIndex + 1}`
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
      if (!texts.has(cell)) texts.set(cell, texts.size)
      return `<c r="${at}" t="s"><v>${texts.get(cell)}</v></c>`
    })
    return `<row r="${rowIndex + 1}">${cells.join('')}</row>`
  })
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData></worksheet>`
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
