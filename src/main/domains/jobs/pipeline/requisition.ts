const LABEL =
  "(?:reference(?:\\s+(?:code|number|no|id))?|referenz(?:nummer|-?nr|code)?|ref(?:\\.|erencia|erentie|érence)?(?:\\s*(?:code|nr|no|n°|number|oferty|id))?|referensnummer|riferimento|r[ée]f[ée]rence(?:\\s+de\\s+l[’']offre)?|numer\\s+referencyjny|nr\\s+ref|kenn(?:ziffer|nummer)|stellen-?(?:id|nummer|nr)|job[- ]?(?:id|number|no|nr|req(?:uisition)?(?:\\s+id)?)|req(?:uisition)?(?:\\s*(?:id|number|no|#))?|vacancy\\s+(?:id|number|no|ref(?:erence)?)|vacature-?nummer|posting\\s+(?:id|number)|position\\s+(?:id|number))"
const LABELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])${LABEL}\\s*[.:#=]*\\s*[(\\[]?\\s*(?<id>(?=[\\w/.-]*\\d[\\w/.-]*\\d)[A-Za-z0-9][\\w/.-]{2,24})`,
  'giu',
)
const BARE = /(?<![\p{L}\p{N}_-])(?<id>(?:JR|REQ|R|JOBREQ|VAC)[-_]?\d{4,9}(?:-\d{1,3})?)(?![\p{L}\p{N}])/gu
const YEAR = /^(?:19|20)\d\d$/
const MAX_TEXT = 30_000

/** The requisition id that the posting itself names ("Kennziffer 2024-117", "Job ID: JR745877"), from its title or text;
 *  null when it names none or several. Comparable form: see `requisitionKey`. Pure. */
export function requisitionIdIn(title: string, text: string): string | null {
  const found = new Map<string, string>()
  for (const part of [title, text.slice(0, MAX_TEXT)]) {
    for (const pattern of [LABELLED, BARE]) {
      for (const match of part.matchAll(pattern)) {
        const id = (match.groups?.['id'] ?? '').replace(/[./_-]+$/, '')
        if (id.length >= 4 && !YEAR.test(id) && !isDate(id)) found.set(requisitionKey(id), id)
      }
    }
  }
  const [first] = found.values()
  return found.size === 1 && first !== undefined ? first : null
}

/** Upper case without punctuation, so that "jr-745877" and "JR745877" are one. */
export function requisitionKey(id: string): string {
  return id.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function isDate(id: string): boolean {
  return /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(id)
}
