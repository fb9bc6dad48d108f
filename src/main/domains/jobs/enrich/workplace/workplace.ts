import type { JobFacts, RemoteScope, Workplace } from '#shared/facts.ts'
import { judge, type Verdict } from './judge.ts'
import { readRemoteScope } from './remote-scope.ts'

interface WorkplaceInput {
  /** What the source's own field says; null when it has none. */
  readonly stated: Workplace | null
  readonly locations: readonly string[]
  readonly title: string
  readonly descriptionText: string
}

/** `officeDays` is the least number of days a week at the office, null where nothing says how many. `words` are those of the posting
 *  that decided; none for a fact that a field of the source states. */
interface WorkplaceFact {
  readonly workplace: Workplace
  readonly remoteScope: RemoteScope | null
  readonly officeDays: number | null
  readonly words: Pick<JobFacts['words'], 'workplace' | 'remoteScope'>
}

interface Said {
  readonly workplace: Workplace
  readonly words: string | null
  readonly officeDays: number | null
}

/** A location that is nowhere or at home, alone or before a country ("Home Office, Deutschland"). */
const REMOTE_PLACE =
  /^\s*(?:anywhere(?: in the world)?|worldwide|weltweit|home[ -]?office|homeoffice|home[ -]based|work from home|wfh|télétravail|teletrabajo|teletrabalho|smart working)\s*(?:$|[,(–-])/iu
/** A location that begins or ends with the word: "Hybrid Warsaw", "Lyon (hybride)". */
const HYBRID_PLACE =
  /^\W*(?:hybrid[ae]?|h[ií]brid[oa]|hybrydow[oay]|ibrid[oa])(?!\p{L})|(?<!\p{L})(?:hybrid[ae]?|h[ií]brid[oa]|hybrydow[oay]|ibrid[oa])\W*$/iu
const MAX_LOCATIONS = 60
const MAX_LOCATION = 400
const MAX_TEXT = 200_000
const MAX_WORDS = 300
const BY_WEIGHT = ['remote', 'hybrid', 'onsite'] as const

function judgeLocation(location: string): Said {
  const remote = REMOTE_PLACE.exec(location)?.[0]
    .replace(/[\s,(–-]+$/u, '')
    .trim()
  if (remote !== undefined) return { workplace: 'remote', words: remote, officeDays: null }
  const said = judge(location)
  const hybrid = said.workplace === 'unknown' ? HYBRID_PLACE.exec(location) : null
  return hybrid ? { workplace: 'hybrid', words: hybrid[0].trim(), officeDays: null } : said
}

/** Title and locations together: any of them that says remote makes it remote ("Berlin", "Remote"). */
function judgeFields(locations: readonly string[], title: string): Said {
  const said = [...locations.map(judgeLocation), judge(title)]
  for (const workplace of BY_WEIGHT) {
    const found = said.find((one) => one.workplace === workplace)
    if (found) return found
  }
  return { workplace: 'unknown', words: null, officeDays: null }
}

/** A field that someone ticked gives way only to a sentence that plainly says otherwise. */
function weigh(field: Said, text: Verdict): Said {
  if (field.workplace === 'unknown' || field.workplace === text.workplace) return text
  if (!text.isClear || text.workplace === 'unknown') return field
  const isAbsolute = text.signals.some(
    ({ kind }) => kind === 'notRemote' || kind === 'presence' || kind === 'officeDays',
  )
  if (field.workplace === 'remote')
    return isAbsolute || text.signals.every(({ kind }) => kind !== 'fullyRemote') ? text : field
  if (field.workplace === 'hybrid') return text.workplace === 'onsite' && isAbsolute ? text : field
  return text
}

/** Where the work is done, only when something says so; a plain city says nothing. The source's field wins over title and locations,
 *  those over the text, unless the text clearly contradicts (a board that ticks remote beside "three days a week in the office").
 *  "Berlin or remote" is remote, "not remote" is onsite. The scope says from where remote work may be done; null when not remote or
 *  not said. Linear in the text's length. */
export function readWorkplace({ stated, locations, title, descriptionText }: WorkplaceInput): WorkplaceFact {
  const places = locations.slice(0, MAX_LOCATIONS).map((location) => location.slice(0, MAX_LOCATION))
  const heading = title.slice(0, MAX_LOCATION)
  const text = descriptionText.slice(0, MAX_TEXT)
  const spoken = judge(text)
  const isStated = stated !== null && stated !== 'unknown'
  const field = isStated ? { workplace: stated, words: null, officeDays: null } : judgeFields(places, heading)
  const { workplace, words, officeDays } = weigh(field, spoken)
  const scope =
    workplace === 'remote'
      ? readRemoteScope({ locations: places, title: heading, text, signals: spoken.signals })
      : null
  return {
    workplace,
    remoteScope: scope?.scope ?? null,
    officeDays,
    words: {
      ...(words !== null && !(isStated && stated === workplace) && { workplace: words.slice(0, MAX_WORDS) }),
      ...(scope !== null && scope.words !== null && { remoteScope: scope.words.slice(0, MAX_WORDS) }),
    },
  }
}
