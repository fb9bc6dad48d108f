import type { ResumeLine } from '../../file/resume-line.ts'
import { isClientLine } from '../clients.ts'
import { findSpans } from '../dates.ts'
import { labelled } from '../lexicon.ts'

/** The lines about single clients or projects within a post ("Client: a brewery (2019 to 2021)", or a table of period, client and role),
 *  whose dates begin no post. None where no post stands above them: then they are all that is said. Pure, linear. */
export function clientNotes(lines: readonly ResumeLine[]): ReadonlySet<ResumeLine> {
  const notes = new Set<ResumeLine>()
  const isField = (line: ResumeLine | undefined) =>
    line !== undefined && !line.isBullet && (isClientLine(line) || labelled(line.text, line.cells) !== null)
  const first = lines.findIndex((line) => isDated(line) && !isClientLine(line))
  let end = -1
  for (const [at, line] of lines.entries()) {
    if (at <= end || !isClientLine(line)) continue
    let from = at
    while (from - 1 > end && isField(lines[from - 1])) from -= 1
    end = at
    while (isField(lines[end + 1])) end += 1
    if (first === -1 || first >= from) continue
    for (const own of lines.slice(from, end + 1)) notes.add(own)
  }
  return notes
}

const isDated = ({ text }: ResumeLine) => findSpans(text).some(({ isRange }) => isRange)
