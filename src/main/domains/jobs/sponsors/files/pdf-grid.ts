import { setImmediate as nextTurn } from 'node:timers/promises'
import { cellText, type FileContent, type Grid } from './grid.ts'
import { FileProblem } from './register-refusal.ts'

interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
}

const MAX_PAGES = 500
/** A tax number as Portugal writes it, alone or before a name. */
const NUMBER = /^(?:PT)?\s?(\d{3})\s?(\d{3})\s?(\d{3})(?=$|\s)\s*/
const DATE = /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})\b/g
/** Half of a row's height where a page has one row only. */
const LONE_ROW_POINTS = 14
const LINE_POINTS = 3
const HEAD = ['NIF', 'Nome', 'De', 'Até']

/** The rows of a PDF that begin with a tax number: number, name, first and last day. A name may take several lines, above and below the
 *  number's. Loads the PDF reader: import lazily. Throws FileProblem. */
export async function readPdf(bytes: Uint8Array): Promise<FileContent> {
  const pages = await piecesOf(bytes)
  if (pages.every((pieces) => pieces.length === 0)) {
    throw new FileProblem(
      'unreadable',
      'The PDF has no text: it is a scan. Look for the file that the register publishes.',
    )
  }
  const rows = pages.flatMap(rowsOn)
  const beside = pages[0]?.map(({ text }) => text).join(' ') ?? ''
  const grids: readonly Grid[] = rows.length === 0 ? [] : [[HEAD, ...rows]]
  return { grids, beside: cellText(beside.slice(0, 2_000)) }
}

async function piecesOf(bytes: Uint8Array): Promise<Piece[][]> {
  const { getDocumentProxy } = await import('unpdf')
  // The reader takes the bytes it is given for its own.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { useSystemFonts: false, verbosity: 0 }).catch(
    (error: unknown) => {
      throw asFileProblem(error)
    },
  )
  try {
    if (pdf.numPages > MAX_PAGES) throw new FileProblem('too_large', `The PDF has more than ${MAX_PAGES} pages.`)
    const pages: Piece[][] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      pages.push(
        items.flatMap((item): Piece[] => {
          if (!('str' in item) || item.str.trim() === '') return []
          const [x, y]: unknown[] = item.transform.slice(4)
          return typeof x === 'number' && typeof y === 'number' ? [{ text: cellText(item.str), x, y }] : []
        }),
      )
      await nextTurn()
    }
    return pages
  } catch (error) {
    throw error instanceof FileProblem ? error : asFileProblem(error)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function asFileProblem(error: unknown): FileProblem {
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return isLocked
    ? new FileProblem('locked', 'The PDF has a password. Save it without one.', { cause: error })
    : new FileProblem('unreadable', 'The PDF is broken. Download it again.', { cause: error })
}

interface Anchor extends Piece {
  readonly number: string
  /** What stands in one piece with the number. */
  readonly rest: string
}

/** Every number on a page takes the pieces that are nearer to it than to its neighbours. */
function rowsOn(pieces: readonly Piece[]): string[][] {
  const anchors = pieces
    .flatMap((piece): Anchor[] => {
      const match = NUMBER.exec(piece.text)
      if (match === null) return []
      const number = match.slice(1).join('')
      return [{ ...piece, number, rest: piece.text.slice(match[0].length) }]
    })
    .toSorted((left, right) => right.y - left.y || left.x - right.x)
  return anchors.map((anchor, index) => {
    const [above, below] = [anchors[index - 1]?.y, anchors[index + 1]?.y]
    const gaps = [above === undefined ? null : above - anchor.y, below === undefined ? null : anchor.y - below]
    const known = gaps.filter((gap) => gap !== null)
    const reach = gaps.map((gap) => (gap ?? Math.min(...known, 2 * LONE_ROW_POINTS)) / 2)
    const mine = pieces.filter(
      ({ x, y }) => x > anchor.x && y < anchor.y + (reach[0] ?? 0) && y >= anchor.y - (reach[1] ?? 0),
    )
    return rowOf(anchor, mine)
  })
}

function rowOf(anchor: Anchor, pieces: readonly Piece[]): string[] {
  const ordered = pieces.toSorted((left, right) =>
    Math.abs(left.y - right.y) > LINE_POINTS ? right.y - left.y : left.x - right.x,
  )
  const text = [anchor.rest, ...ordered.map((piece) => piece.text)].join(' ')
  const dates = [anchor, ...pieces]
    .toSorted((left, right) => left.x - right.x)
    .flatMap(({ text: piece }) => piece.match(DATE) ?? [])
  return [anchor.number, cellText(text.replace(DATE, ' ')), dates[0] ?? '', dates[1] ?? '']
}
