import presets from '#resources/import-presets.json' with { type: 'json' }
import { type Stage, STAGES } from '#shared/stages.ts'
import { comparedWords, hasPhrase } from './words.ts'

const WORDS: Readonly<Record<Stage, readonly string[]>> = presets.stages
const EXACT = new Map(STAGES.flatMap((stage) => [stage, ...WORDS[stage]].map((word) => [word, stage] as const)))
/** "Rejected after interview" is a rejection: what ends an application wins, then what is furthest. */
const BY_WEIGHT: readonly Stage[] = [
  'declined',
  'rejected',
  'withdrawn',
  'accepted',
  'ghosted',
  'offered',
  'interviewing',
  'saved',
  'applied',
]

/** The stage that a tracker's word means: "Phone screen" → interviewing, "Absage" → rejected; null when it is not known. Pure. */
export function stageOfWord(word: string): Stage | null {
  const words = comparedWords(word)
  if (words === '') return null
  const exact = EXACT.get(words)
  if (exact !== undefined) return exact
  return BY_WEIGHT.find((stage) => WORDS[stage].some((phrase) => hasPhrase(words, phrase))) ?? null
}
