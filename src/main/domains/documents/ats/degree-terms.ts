import words from '#resources/ats-words.json' with { type: 'json' }
import { readListTopic, splitSentences } from '../../jobs/enrich/reading-words.service.ts'
import { readDegrees, readFields } from '../claims/read/degrees-said.ts'
import { readTokens, spaced, spacedPhrase } from '../claims/read/tokens.ts'

/** A degree that a posting asks for: any of `classes` does. */
export interface DegreeAsk {
  readonly classes: readonly string[]
  readonly isNice: boolean
  readonly evidence: string
}

const NICE = words.nice.map(spacedPhrase)
const ANY = words.degreeAny.map(spacedPhrase)
/** From the lower to the higher: who has a later one has more than an earlier one. */
const RANK = ['vocational', 'school', 'bachelor', 'diploma', 'magister', 'master', 'mba', 'doctor', 'habilitation']
const ACADEMIC = ['bachelor', 'diploma', 'magister', 'master', 'mba', 'doctor']
const MAX_HEADING = 70
const NOT_ASKED = words.notAsked.map(spacedPhrase)
const OFFERED = words.offered.map(spacedPhrase)
const STUDY = words.study.map(spacedPhrase)
/** Two letters that are much else beside a degree. */
const SHORT = new Set(['ba', 'ma'])
const BORDER = /[;,]\s+|\s+(?:but|aber|sondern)\s+/giu

/** The degrees that a posting names, a sentence each; one under a heading of what is welcome is nice to have. Pure. */
export function readDegreeAsks(descriptionText: string): DegreeAsk[] {
  const asks: DegreeAsk[] = []
  let isNicePart = false
  for (const { text } of splitSentences(descriptionText)) {
    if (text.length <= MAX_HEADING) {
      const topic = readListTopic(text, { isLabel: false })
      if (topic !== null) isNicePart = topic === 'preferred'
    }
    const asked = askedPart(text)
    const plain = spaced(readTokens(asked))
    const named = [...new Set(degreesAsked(asked))].filter((name) => RANK.includes(name))
    const classes = named.length > 0 ? named : ANY.some((phrase) => plain.includes(phrase)) ? ACADEMIC : []
    if (classes.length === 0) continue
    asks.push({ classes, isNice: isNicePart || NICE.some((phrase) => plain.includes(phrase)), evidence: text.trim() })
  }
  return asks
}

function has(text: string, phrases: readonly string[]): boolean {
  const plain = spaced(readTokens(text))
  return phrases.some((phrase) => plain.includes(phrase))
}

/** A sentence without the clauses that say that a degree is not needed; nothing of one that offers something. */
function askedPart(sentence: string): string {
  if (has(sentence, OFFERED)) return ''
  if (!has(sentence, NOT_ASKED)) return sentence
  return sentence
    .split(BORDER)
    .filter((clause) => !has(clause, NOT_ASKED))
    .join(', ')
}

function degreesAsked(text: string): string[] {
  const tokens = readTokens(text)
  const found = readDegrees(tokens)
  const isOfStudy =
    has(text, STUDY) || readFields(tokens).length > 0 || found.some(({ written }) => !SHORT.has(written))
  return found.filter(({ written }) => isOfStudy || !SHORT.has(written)).map(({ name }) => name)
}

/** Whether some degrees meet one that is asked for: the same, or a higher one. Pure. */
export function meetsDegree({ classes }: DegreeAsk, known: Iterable<string>): string | null {
  const least = Math.min(...classes.map((name) => RANK.indexOf(name)))
  for (const name of known) if (RANK.indexOf(name) >= least || classes.includes(name)) return name
  return null
}
