import type { VisaVerdict } from './rulings.ts'

const FIELD_NAME = String.raw`(?:work[- ])?(?:visas?|visum|h-?1b|work permits?)(?:[- ]?(?:sponsorship|sponsor(?:ing|ed)?|support|assistance|sponsors|help|provided|available))*`
const FIELD = new RegExp(
  String.raw`^(?:(?<no>no|not|without|kein|pas de|sin|geen)\s+)?${FIELD_NAME}\s*(?:[:=–—-]\s*|\s)?\(?(?<answer>[^()]{0,40})\)?$`,
  'i',
)
const ANSWER_YES =
  /^(?:yes|y|ok|okay|true|available|provided|offered|✓|✔|✅|possible for all|ja|oui|sí|si|sim|tak|welcome|friendly|sponsored|transfer ok)?\.?$/i
const ANSWER_NO =
  /^(?:no|n|none|false|n\/a|not available|not provided|not offered|not possible|nein|non|nee|nej|nie|❌|✗|unavailable|not supported|not at this time|not available at this time|no sponsorship)\.?$/i
const ANSWER_MAYBE =
  /possible|maybe|case|depend|discuss|negotiable|considered|transfer|möglich|mogelijk|posible|potential|sometimes|some|limited|tbd|only|exceptional|right candidate/i
/** "VISA possible? Yes!" */
const ENDS_IN_YES = /\?\s*(?:yes|ja|oui|sí|si|sim|tak)[.!]*$/i
const NEGATION =
  /(?<!\p{L})(?:not?|cannot|niet|geen|nicht|kein\p{L}*|pas|non|nie|inte|ej|n[aã]o|sin|aucun\p{L}*)(?!\p{L})/iu
const CAPITALS =
  /(?:^|[|,;/(•·–—+&[]|\s-)\s*(?:VISAS?|VISUM|VISTO|VISADO|H-?1B)(?: (?:OK|SPONSOR|SPONSORSHIP|SUPPORT|SPONSORED|WELCOME|AVAILABLE))?\s*(?=$|[|,;/)•·–—+&\]]|-\s)/u
const NO_CAPITALS = /(?:^|[|,;/(•·–—[]|\s-)\s*(?:NO|NOT)\s+(?:VISAS?|H-?1B|SPONSORSHIP)\b/u
const ENDS_SENTENCE = /[.!?]$/
/** A line of prose has two dashes at most. */
const MIN_FIELDS = 4
/** What stands between the fields of a header without upright strokes. */
const SEPARATOR = / [/·•–—] /
const PAYMENT = /mastercard|amex|payment|paypal|maestro/i

/** Reads a line made of fields: a Who-is-hiring header ("Acme | Berlin | VISA | Full-time") or one field ("Visa: yes").
 *  `isHead` says that the line is the title or stands at the top, where a bare VISA in capitals is enough. Pure. */
export function readVisaHeader(line: string, isHead: boolean): VisaVerdict | null {
  if (line.length > 700 || PAYMENT.test(line)) return null
  const parts = isHead && isHeaderWithoutBars(line) ? line.split(SEPARATOR) : line.split('|')
  const fields = parts.length > 2 ? parts.flatMap((part) => [part, ...part.split(/[,;/+&]/)]) : [line]
  const isList = parts.length > 2
  for (const field of fields) {
    const verdict = readField(field.trim(), isList)
    if (verdict) return verdict
  }
  if (!isHead) return null
  if (NO_CAPITALS.test(line)) return header('refuses')
  return CAPITALS.test(line) && line.length > 8 ? header('offers') : null
}

function isHeaderWithoutBars(line: string): boolean {
  return !line.includes('|') && !ENDS_SENTENCE.test(line) && line.split(SEPARATOR).length >= MIN_FIELDS
}

function readField(field: string, isList: boolean): VisaVerdict | null {
  const match = field.length <= 90 ? FIELD.exec(field) : null
  if (!match || field.endsWith('?')) return null
  const answer = match.groups?.['answer']?.trim() ?? ''
  if (match.groups?.['no']) return answer.startsWith('?') ? null : header('refuses')
  if (ANSWER_NO.test(answer)) return header('refuses')
  if (answer === '' && !isList) return null
  if (ANSWER_YES.test(answer)) return header('offers')
  if (ENDS_IN_YES.test(answer)) return header('offers')
  return ANSWER_MAYBE.test(answer) && !NEGATION.test(answer) ? header('conditional') : null
}

function header(status: VisaVerdict['status']): VisaVerdict {
  return { status, rule: `any.${status}.field`, weight: 2 }
}
