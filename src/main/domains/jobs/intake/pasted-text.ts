/** What a pasted posting says about itself in its first lines. Nothing is guessed: what the form does not show is null. */
export interface PastedText {
  readonly title: string
  readonly company: string | null
  readonly url: string | null
  readonly location: string | null
  readonly description: string
}

const MAX_TITLE_CHARS = 200
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`)\]]+/i
/** "Company: Acme", "Ort: Berlin": lines that name what they hold, in the languages of the product. */
const LABELS = {
  title:
    /^(?:job\s*title|position|role|title|stelle|stellenbezeichnung|poste|intitulé|functie|puesto|stanowisko|tjänst|ruolo|cargo)\s*:\s*(.+)$/iu,
  company:
    /^(?:company|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|société|bedrijf|empresa|företag|azienda)\s*:\s*(.+)$/iu,
  location:
    /^(?:location|place|city|office|ort|standort|arbeitsort|lieu|localisation|locatie|standplaats|ubicación|lugar|lokalizacja|ort\/plats|sede|local)\s*:\s*(.+)$/iu,
} as const
/** "Senior Data Engineer at Acme", "… bei Acme GmbH". */
const TITLE_AT = /^(.{3,150}?)\s+(?:at|bei|chez|bij|hos|presso|@)\s+(\p{Lu}[^|•·]{1,80})$/u
const PARTED = /\s+[|•·]\s+|\s+[–—]\s+/

/** Reads a posting that was pasted as text. Null when there is nothing in it but an address or a word. Pure, linear. */
export function readPastedText(text: string): PastedText | null {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
  const said = lines.filter((line) => line !== '')
  const [first = ''] = said
  const labelled = (label: keyof typeof LABELS) => firstMatch(said.slice(0, 40), LABELS[label])
  const head = readHead(labelled('title') ?? first)
  const hasMore = said.length > 1 || text.trim().length > MAX_TITLE_CHARS
  if (head.title === '' || !/\p{L}{2}/u.test(head.title) || !hasMore || ADDRESS.test(head.title)) return null
  return {
    title: head.title.slice(0, MAX_TITLE_CHARS),
    company: labelled('company') ?? head.company,
    url: ADDRESS.exec(text)?.[0].replace(/[.,;:!?]+$/, '') ?? null,
    location: labelled('location'),
    description: text.trim(),
  }
}

function readHead(line: string): { title: string; company: string | null } {
  const at = TITLE_AT.exec(line)
  if (at !== null) return { title: at[1]?.trim() ?? '', company: at[2]?.trim() ?? null }
  const [title = ''] = line.split(PARTED)
  return { title: title.trim(), company: null }
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const found = pattern.exec(line.slice(0, 300))?.[1]?.trim()
    if (found !== undefined && found !== '') return found
  }
  return null
}
