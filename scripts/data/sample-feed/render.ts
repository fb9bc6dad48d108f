import type { Line, Section } from './wording.ts'

/** How a board dresses the same text. */
export type Dress = 'headings' | 'strong' | 'bullets'
export const DRESSES: readonly Dress[] = ['headings', 'headings', 'strong', 'bullets']

const LIMITS = { shortest: 900, longest: 2200 }

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function renderSection({ heading, isList, lines, name }: Section, dress: Dress): string {
  const texts = lines.map((line) => escapeHtml(line.text))
  const title = heading === null || (name === 'about' && dress === 'strong') ? null : escapeHtml(heading)
  if (!isList) {
    const body = `<p>${texts.join(' ')}</p>`
    if (title === null) return body
    return dress === 'headings' ? `<h3>${title}</h3>${body}` : `<p><strong>${title}</strong></p>${body}`
  }
  if (dress === 'bullets')
    return `<p><strong>${title}:</strong><br>${texts.map((text) => `• ${text}`).join('<br>')}</p>`
  const list = `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`
  return dress === 'headings' ? `<h3>${title}</h3>${list}` : `<p><strong>${title}</strong></p>${list}`
}

const renderAll = (sections: readonly Section[], dress: Dress) =>
  sections.map((section) => renderSection(section, dress)).join('')

/** The same section without its last droppable line; null when nothing of it may go. */
function withoutOneLine(section: Section): Section | null {
  const index = section.lines.findLastIndex((line: Line) => line.fact === null)
  if (index === -1 || section.lines.length < 2) return null
  return { ...section, lines: section.lines.toSpliced(index, 1) }
}

function shortenOnce(sections: readonly Section[]): Section[] | null {
  const candidates = sections
    .filter((section) => section.name !== 'header' && withoutOneLine(section) !== null)
    .toSorted((left, right) => right.lines.length - left.lines.length)
  const target = candidates[0]
  if (!target) return null
  return sections.map((section) => (section === target ? (withoutOneLine(section) ?? section) : section))
}

/** HTML of a posting, between 900 and 2,200 characters; sentences that carry a fact are never dropped to fit. */
export function renderHtml(sections: readonly Section[], dress: Dress): string {
  let current: readonly Section[] = sections
  let html = renderAll(current, dress)
  while (html.length > LIMITS.longest) {
    const shorter = shortenOnce(current)
    if (!shorter) break
    current = shorter
    html = renderAll(current, dress)
  }
  return html
}

/** A board's shortened copy: fewer lines, in another order, never below the length of a real posting. */
export function trimmedCopy(
  sections: readonly Section[],
  { linesToDrop, dress }: { linesToDrop: number; dress: Dress },
): Section[] {
  let current: Section[] = [...sections]
  for (let dropped = 0; dropped < linesToDrop; dropped += 1) {
    const shorter = shortenOnce(current)
    if (!shorter || renderAll(shorter, dress).length < LIMITS.shortest) return current
    current = shorter
  }
  return current
}
