import titleRules from '#resources/title-rules.json' with { type: 'json' }
import { companyKey } from './company-key.ts'
import { foldForKey } from '#main/infra/text/fold.ts'
import { remember } from '#main/infra/text/remember.ts'
import { englishWords } from './title-words.ts'

const STOP = new Set(titleRules.stopWords)
const NOISE = new Set(titleRules.noise)
const SCOPE = new Set(titleRules.scope)
const PREPOSITIONS = new Set(titleRules.prepositions)
const EMPLOYED_BY = new Set(['at', 'bei', 'chez', 'hos', '@'])
const ALIASES: ReadonlyMap<string, string> = new Map(Object.entries(titleRules.aliases))
const KEEPS_NEXT: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(titleRules.keepsNext))
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const anyOf = (phrases: readonly string[]) =>
  phrases
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|')
const bounded = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu')

const PHRASES: Readonly<Record<string, string>> = titleRules.phrases
/** "Business Intelligence" and "Business-Intelligence". */
const PHRASE = bounded(anyOf(Object.keys(PHRASES)).replaceAll(' ', '[ -]'))
const NOISE_PHRASE = bounded(anyOf(titleRules.noisePhrases))
const GENDER_PHRASE = bounded(anyOf(titleRules.genderPhrases))

const MARK = '(?:m|w|f|d|h|v|k|x|i|a|n|gn|div|divers|diverse|inter|mann|frau|male|female|homme|femme|man|kvinna|any)'
const BRACKETED_GENDER = new RegExp(
  `[([{]\\s*(?:${MARK}(?:\\s*[/|,;:*+.–—\\- ]\\s*${MARK}){1,5}|${anyOf(titleRules.bracketedGender)})\\s*\\*?\\s*[)\\]}]`,
  'gu',
)
const BARE_GENDER = bounded(
  '[mwfdxhvk](?:\\s?[/|]\\s?(?:[mwfdxhvkin]|gn|divers|div)){2,4}|m/w|w/m|m/f|f/m|h/f|f/h|m/v|v/m|m/k|k/m|m/h|h/m|m\\|w|gn',
)
const GENDER_STAR =
  /([a-z]{3,})(?:[*:_·•]|\/-?|\()(?:innen|in|r|e|n|se|ne|euse|trice|rice|a|as|ka|frau|mann)\)?(?![\p{L}\p{N}])/gu
const GENDER_DOT = /([a-z]{3,})[.·](?:e|se|ne|euse|trice)(?![\p{L}\p{N}])/gu
/** "Engineer I"; not the Swedish "Utvecklare i Stockholm". */
const LEVEL_ONE = /(?<=\p{L}{3,}\s)I(?![\p{L}\p{N}'’/&])/gu
/** "EntwicklerIn"; not "LinkedIn". */
const GENDER_CAPITAL = /(?<=(?:er|or|eur|ist|ant|ent|oge|ekt|at))In(?:nen)?(?!\p{L})/gu
const GERMAN_FEMININE = /(?<=[a-z]{3}(?:ler|ner|ker|ter|eur|ator|[iy]st|loge|ant|ent|tekt|iker|arbeiter|berater))in$/u
/** "40 h", "32-40 uur", "38,5 Std./Woche" */
const HOURS =
  /(?<![\p{L}\p{N}])\d{2}(?:[.,]\d)?(?:\s*(?:-|–|bis|to|tot|a)\s*\d{2}(?:[.,]\d)?)?\s*(?:h|hrs?|hours?|std\.?|stunden|uur|uren|heures|horas|ore|godzin|timmar)(?![\p{L}\p{N}])(?:\s*(?:\/|per|pro|a|p\.|par)\s*(?:week|woche|wk|weken|semaine|semana|settimana|vecka))?/gu
/** "2 days at home", "3 Tage remote" */
const OFFICE_DAYS =
  /(?<![\p{L}\p{N}])[1-5](?:\s*(?:-|–|bis|to|tot|a)\s*[1-5])?\s*(?:days?|tage|dagen|jours|dias|giorni|dni|dagar)(?:\s*(?:\/|a|per|pro|par)\s*(?:week|woche|semaine|semana|settimana|vecka))?\s*(?:(?:at|from|im|in|van|de|i|pro)\s+)?(?:home|remote|remoto|office|homeoffice|ho|buro|thuis|teletravail|teletrabajo|onsite)?(?!\p{L})/gu
/** "ab 01.09.2026" */
const DATE =
  /(?:(?<!\p{L})(?:ab|from|starting|vanaf|per|zum|des|od|from)\s+)?(?<!\d)\d{1,2}[./]\d{1,2}[./](?:20)?\d\d(?!\d)/gu
/** "Level II", "Stufe 2" */
const NAMED_LEVEL = /(?<!\p{L})(?:level|lvl|stufe|niveau|grade)\s*-?\s*(?=(?:[1-6]|i{1,3}|iv|v)(?![\p{L}\p{N}]))/gu
/** "Team A" and "Team B" are two teams; a letter alone is no word. */
const NAMED_TEAM =
  /(?<!\p{L})(team|squad|tribe|shift|schicht|gruppe|group|linie|line|cohort)\s+([a-h])(?![\p{L}\p{N}])/gu
const PERCENT = /(?:\d{1,3}\s*(?:-|–|—|bis|to|a|\/)?\s*)?\d{1,3}\s*(?:%|percent|prozent)/gu
const SALARY =
  /(?:(?:up to|bis zu|bis|ab|from|to|jusqu'a|hasta|do|od)\s*)?(?:[€£$]\s*\d[\d.,]*\s*k?|\d[\d.,]*\s*k?\s*(?:-|–|—|to|bis)\s*\d[\d.,]*\s*k?\s*(?:[€£$]|eur\b|euro\b|pln\b|chf\b|gbp\b|sek\b)|\d[\d.,]*\s*k?\s*(?:[€£$]|eur\b|euro\b|pln\b|chf\b|gbp\b|sek\b)|(?:\d{2,3}\s*(?:-|–|—|to|bis)\s*)?\d{2,3}k\b)(?:\s*(?:-|–|to|bis|a)\s*(?:[€£$]?\s*\d[\d.,]*\s*k?\s*(?:[€£$]|eur\b|euro\b|pln\b|chf\b|gbp\b|sek\b)?))?(?:\s*(?:p\.?\s?a\.?|per year|brutto|gross))?/gu
const REQUISITION =
  /(?:(?<![\p{L}\p{N}])(?:ref(?:erence|erenz|\.)?|req(?:uisition)?|job[- ]?id|id|kennziffer|kennnummer|stellen-?id|job[- ]?(?:nr|no|number))(?:\s*(?:code|nr|no|number|nummer|id))?[\s.:#-]*[a-z]{0,6}[-_/]?\d[\w/-]*)|#\s?\d{2,}|(?<![\p{L}\p{N}])(?:jr|req|r|jo|j|id)[-_]?\d{4,}[\w-]*|(?<![\p{L}\p{N}.,])(?:\d{5,}|20\d\d[-/]\d{3,})(?![\p{L}\p{N}])|^\s*\d{3,}\s*[-–|:]\s|[([]\s*(?:[a-z]{1,5}[-_/ ]?)?\d{3,}(?:[-_/]\d+)*\s*[)\]]/gu
/** "R&D" is one word. */
const LETTERS_JOINED = /(?<![\p{L}\p{N}])(\p{L})\s?&\s?(\p{L})(?![\p{L}\p{N}])/gu
const YEAR = /^[([]?\s*20[1-4]\d(?:\s*[-/]\s*(?:20)?\d\d)?\s*[)\]]?$/u
/** What parts a title from its decoration. A hyphen only with a space at its side. */
const SEPARATOR = /\s*[()[\]{}|•·;,]+\s*|\s+[-–—/:~@]+\s+|\s*[–—]\s*|:\s+|\s-(?=\S)|(?<=\S)-\s|\/\/+/u
const TOKEN = /\.net|[\p{L}\p{N}]+(?:\+\+|#)?/gu

/** What the posting says apart from its title, so that the title's key can leave it out. `places`: cities, regions and
 *  countries, in any spelling. */
export interface TitleContext {
  readonly company: string
  readonly places: readonly string[]
}

/** The title as deduplication compares it: gender marks, places, the company's name, requisition ids, percentages, pay and
 *  noise ("remote", "ab sofort") are left out; levels and numbers (II = 2) stay; words are unique and in order.
 *  "Senior Data Engineer (m/w/d) - Berlin" → "data engineer senior". '' only for a title without letters. Pure. */
export function titleKey(title: string, context: TitleContext = { company: '', places: [] }): string {
  const plain = withoutDecoration(title)
  const places = placeWords(context.places.join('\n'))
  const company = companyKey(context.company)
  const segments = plain
    .split(SEPARATOR)
    .map((segment) => segment?.trim() ?? '')
    .filter((segment) => segment !== '')
  const kept = segments.filter((segment) => !isDecoration(segment, { places, company }))
  const words = kept.flatMap((segment) => trimWords(tokens(segment), { places, company }))
  const key = orderedKey(words)
  // A title that is nothing but decoration ("Remote Jobs Berlin") is at least itself.
  return key === '' ? orderedKey(tokens(foldForKey(title))) : key
}

const withoutDecoration = remember((title) => {
  const levelled = title === title.toUpperCase() ? title : title.replace(LEVEL_ONE, '1')
  const plain = foldForKey(levelled.replace(GENDER_CAPITAL, ''))
    .replace(BRACKETED_GENDER, ' ')
    .replace(GENDER_PHRASE, ' ')
    .replace(BARE_GENDER, ' ')
    .replace(GENDER_STAR, '$1')
    .replace(GENDER_DOT, '$1')
    .replace(NOISE_PHRASE, (phrase) => ` | ${phrase.includes('remote') ? 'remote' : 'onsite'} | `)
    .replace(NAMED_LEVEL, '')
    .replace(NAMED_TEAM, (_, team: string, letter: string) => `${team}${letter.charCodeAt(0)}`)
  return (/\d/.test(plain) ? withoutFigures(plain) : plain)
    .replace(LETTERS_JOINED, '$1$2')
    .replace(PHRASE, (phrase) => PHRASES[phrase] ?? PHRASES[phrase.replaceAll('-', ' ')] ?? phrase)
})

function withoutFigures(plain: string): string {
  return plain
    .replace(HOURS, ' ')
    .replace(OFFICE_DAYS, ' ')
    .replace(DATE, ' ')
    .replace(PERCENT, ' ')
    .replace(SALARY, ' ')
    .replace(REQUISITION, (found) => (YEAR.test(found) ? found : ' '))
}

function tokens(text: string): string[] {
  return (text.match(TOKEN) ?? []).flatMap((token) => {
    const word = ALIASES.get(token) ?? token
    return englishWords(word.replace(GERMAN_FEMININE, '')).split(' ')
  })
}

const placeWords = remember((places): ReadonlySet<string> => new Set(foldForKey(places).match(/[\p{L}]{2,}/gu)))

interface Known {
  readonly places: ReadonlySet<string>
  readonly company: string
}

/** A segment that says only where, how or for whom. */
function isDecoration(segment: string, known: Known): boolean {
  if (known.company !== '' && companyKey(segment.replace(/^(?:at|bei|chez|@)\s+/u, '')) === known.company) return true
  const words = segment.match(TOKEN) ?? []
  const saysHow = words.some((word) => NOISE.has(word) || known.places.has(word))
  return words.every(
    (word) =>
      NOISE.has(word) ||
      known.places.has(word) ||
      (saysHow && (SCOPE.has(word) || PREPOSITIONS.has(word) || /^\d$/.test(word))),
  )
}

/** "Data Engineer in Berlin", "Remote Data Engineer", "Data Engineer at Acme": the edges of a segment. */
function trimWords(words: readonly string[], known: Known): string[] {
  const kept = [...words]
  while (kept.length > 1) {
    const last = kept.at(-1) ?? ''
    if (!known.places.has(last) && !NOISE.has(last)) break
    kept.pop()
    while (kept.length > 1 && PREPOSITIONS.has(kept.at(-1) ?? '')) kept.pop()
  }
  while (kept.length > 1 && NOISE.has(kept[0] ?? '') && !KEEPS_NEXT.get(kept[0] ?? '')?.includes(kept[1] ?? ''))
    kept.shift()
  return withoutCompany(kept, known.company)
}

/** Without the company at the end: all of "Acme in Berlin", the end of "Data Engineer at Acme" and of "Data Engineer bei Acme" for
 *  Acme Analytics. */
function withoutCompany(words: readonly string[], company: string): string[] {
  if (company === '') return [...words]
  if (companyKey(words.join(' ')) === company) return []
  const at = words.findLastIndex((word, index) => index > 0 && PREPOSITIONS.has(word))
  if (at <= 0) return [...words]
  const named = companyKey(words.slice(at + 1).join(' '))
  const isCompany = named === company || (EMPLOYED_BY.has(words[at] ?? '') && company.startsWith(`${named} `))
  return isCompany && named !== '' ? words.slice(0, at) : [...words]
}

/** Unique words, sorted, without stop words: "Engineer, Data" and "Data Engineer" are one. A trailing "I" is level 1. */
function orderedKey(words: readonly string[]): string {
  const levelled = words.map((word, index) =>
    word === 'i' && index === words.length - 1 && words.length > 1 ? '1' : word,
  )
  const content = levelled.filter((word) => !STOP.has(word))
  return [...new Set(content.length > 0 ? content : levelled)].sort().join(' ')
}
