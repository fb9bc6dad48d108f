import { isOpening, isRightAfter, isRightBefore, isTradeContext } from './beside.ts'
import { countWords, foldWords, hasWord, isFalseFriend, wordsOf } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { areListedTogether } from './lists.ts'
import { isAskedFor, statementOf, type Reading } from './reading.ts'

const REACH = 140
const MAX_WORDS_TO_LINK = 4

/** Which mentions name a company: a customer, a partner, an investor or the employer itself. `company` is who posts; '' when nobody
 *  is named. */
export function findCompanies(reading: Reading, company: string): boolean[] {
  const { text, mentions } = reading
  const employer = foldWords(company)
  const companies = mentions.map((mention) => isCompany(reading, { mention, employer }))
  for (let at = 1; at < mentions.length; at++) {
    const [one, other] = [mentions[at - 1], mentions[at]]
    if (!one || !other?.skill.isCompany || !companies[at - 1] || isTradeContext(reading, other)) continue
    companies[at] ||= areListedTogether(text, { one, other })
  }
  return companies
}

function isCompany(
  reading: Reading,
  { mention, employer }: { mention: Mention; employer: readonly string[] },
): boolean {
  const isEmployer = isNameOf(reading.text.slice(mention.start, mention.end), employer)
  if ((!isEmployer && !mention.skill.isCompany) || isTradeContext(reading, mention)) return false
  if (isEmployer && !isAskedFor(reading, mention)) return true
  return isEmployerMention(reading, mention) || isNamedAsOne(reading, mention)
}

/** The employer's name begins with the technology's: "MongoDB Ltd", "Databricks Germany GmbH". */
function isNameOf(written: string, employer: readonly string[]): boolean {
  const words = foldWords(written)
  return words.length > 0 && words.every((word, at) => employer[at] === word)
}

const WORD_BEFORE = /(?:^|[\n.!?•]\s*)(\p{L}+(?: a)?)\s+$/u
const CLAUSE_AFTER = /^\s*,\s*(\p{L}+(?:[’']\p{L}+)?)/u
const OWN_AFTER = /^[’']s (\p{Ll}\p{L}*)(?: (\p{L}+))?/u

/** "At Databricks, we …", "Stripe's mission", "SAP SE", "Snowflake is a …" at the start of a sentence. */
function isEmployerMention(reading: Reading, mention: Mention): boolean {
  const { text } = reading
  const { start, end } = mention
  if (isRightBefore(reading, { mention, kind: 'employerAfter' })) return true
  if (isOpening(text, mention) && isRightBefore(reading, { mention, kind: 'selfDescription' })) return true
  const after = text.slice(end, end + 40)
  const clause = CLAUSE_AFTER.exec(after)?.[1]
  if (clause && hasWord('employerClauses', clause) && !isFalseFriend(clause, reading.language)) return true
  const own = OWN_AFTER.exec(after)
  if (own && !hasWord('productWords', own[0])) return true
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - 24), start))?.[1]
  return word !== undefined && foldWords(word).every((folded) => wordsOf('employerBefore').has(folded))
}

/** "… partners: Microsoft, SAP": names, each with a capital, up to the mention. */
const APPOSITION = /^[^.;!?\n\p{Lu}]{0,24}[:(,]\s*(?:\p{Lu}[\p{L}\p{N}&.-]*\s?(?:,|und|and|&|et|y|i|och|e|en)\s)*$/u
const SENTENCE_END = /[.;!?\n]/

/** "Our customers include …", "a subsidiary of …", "… are among our partners". */
function isNamedAsOne(reading: Reading, mention: Mention): boolean {
  const { text, cues } = reading
  const { start, end } = mention
  if (isRightAfter(reading, { mention, kind: 'companyBefore' })) return true
  const statement = statementOf(reading, mention)
  const said = cues.after('companyAfter', { offset: end, to: statement.end })
  if (said && !SENTENCE_END.test(text.slice(end, said.start))) return true
  const clients = cues.before('clients', { from: Math.max(statement.start, start - REACH), offset: start })
  if (!clients) return false
  const between = text.slice(clients.end, start)
  if (APPOSITION.test(between)) return true
  const link = cues.after('clientLinks', { offset: clients.end, to: start })
  if (!link || countWords(text.slice(clients.end, link.start)) > MAX_WORDS_TO_LINK) return false
  return !SENTENCE_END.test(between) && !hasWord('clientStops', text.slice(link.end, start))
}
