import words from '#resources/ats-words.json' with { type: 'json' }
import { readListTopic, splitSentences } from '../../jobs/enrich/reading-words.service.ts'
import { readDegrees } from '../claims/read/degrees-said.ts'
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

/** The degrees that a posting names, a sentence each; one under a heading of what is welcome is nice to have. Pure. */
export function readDegreeAsks(descriptionText: string): DegreeAsk[] {
  const asks: DegreeAsk[] = []
  let isNicePart = false
  for (const { text } of splitSentences(descriptionText)) {
    if (text.length <= MAX_HEADING) {
      const topic = readListTopic(text, { isLabel: false })
      if (topic !== null) isNicePart = topic === 'preferred'
    }
    const tokens = readTokens(text)
    const plain = spaced(tokens)
    const named = [...new Set(readDegrees(tokens).map(({ name }) => name))].filter((name) => RANK.includes(name))
    const classes = named.length > 0 ? named : ANY.some((phrase) => plain.includes(phrase)) ? ACADEMIC : []
    if (classes.length === 0) continue
    asks.push({ classes, isNice: isNicePart || NICE.some((phrase) => plain.includes(phrase)), evidence: text.trim() })
  }
  return asks
}

/** Whether some degrees meet one that is asked for: the same, or a higher one. Pure. */
export function meetsDegree({ classes }: DegreeAsk, known: Iterable<string>): string | null {
  const least = Math.min(...classes.map((name) => RANK.indexOf(name)))
  for (const name of known) if (RANK.indexOf(name) >= least || classes.includes(name)) return name
  return null
}
