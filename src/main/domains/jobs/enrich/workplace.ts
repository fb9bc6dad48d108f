import type { RemoteScope, Workplace } from '#shared/facts.ts'
import { readRemoteScope } from './remote-scope.ts'
import { judge, type Verdict } from './workplace-signals.ts'

interface WorkplaceInput {
  /** What the source's own field says; null when it has none. */
  readonly stated: Workplace | null
  readonly locations: readonly string[]
  readonly title: string
  readonly descriptionText: string
}

interface WorkplaceFact {
  readonly workplace: Workplace
  readonly remoteScope: RemoteScope | null
}

/** A location that is nowhere or at home. */
const REMOTE_PLACE =
  /^\s*(?:anywhere(?: in the world)?|worldwide|weltweit|home[ -]?office|homeoffice|home[ -]based|work from home|wfh|télétravail|teletrabajo|teletrabalho|smart working)\s*$/iu
const MAX_LOCATIONS = 60
const MAX_LOCATION = 400
const MAX_TEXT = 200_000

/** Title and locations together: any of them that says remote makes it remote ("Berlin", "Remote"). */
function judgeFields(fields: readonly string[]): Workplace {
  const said = new Set(fields.map((field) => (REMOTE_PLACE.test(field) ? 'remote' : judge(field).workplace)))
  if (said.has('remote')) return 'remote'
  if (said.has('hybrid')) return 'hybrid'
  return said.has('onsite') ? 'onsite' : 'unknown'
}

/** A field that someone ticked gives way only to a sentence that plainly says otherwise. */
function weigh(field: Workplace, text: Verdict): Workplace {
  if (field === 'unknown') return text.workplace
  if (!text.isClear || text.workplace === 'unknown' || text.workplace === field) return field
  const isAbsolute = text.signals.some(
    ({ kind }) => kind === 'notRemote' || kind === 'presence' || kind === 'officeDays',
  )
  if (field === 'remote')
    return isAbsolute || text.signals.every(({ kind }) => kind !== 'fullyRemote') ? text.workplace : field
  if (field === 'hybrid') return text.workplace === 'onsite' && isAbsolute ? 'onsite' : field
  return text.workplace
}

/** Where the work is done, only when something says so; a plain city says nothing. The source's field wins over title and locations,
 *  those over the text, unless the text clearly contradicts (a board that ticks remote beside "three days a week in the office").
 *  "Berlin or remote" is remote, "not remote" is onsite. The scope says from where remote work may be done; null when not remote or
 *  not said. Linear in the text's length. */
export function readWorkplace({ stated, locations, title, descriptionText }: WorkplaceInput): WorkplaceFact {
  const fields = [
    ...locations.slice(0, MAX_LOCATIONS).map((location) => location.slice(0, MAX_LOCATION)),
    title.slice(0, MAX_LOCATION),
  ]
  const text = descriptionText.slice(0, MAX_TEXT)
  const spoken = judge(text)
  const field = stated !== null && stated !== 'unknown' ? stated : judgeFields(fields)
  const workplace = weigh(field, spoken)
  const remoteScope = workplace === 'remote' ? readRemoteScope({ fields, text, signals: spoken.signals }) : null
  return { workplace, remoteScope }
}
