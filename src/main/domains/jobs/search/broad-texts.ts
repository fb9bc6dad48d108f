import asked from '#resources/asked-phrases.json' with { type: 'json' }
import taxonomy from '#resources/skills.json' with { type: 'json' }
import type { Database } from '#main/infra/db/driver.ts'
import { wordsOf } from './words.ts'

/** What is rarer is found in a few milliseconds when somebody asks for it. */
const BROAD_SHARE = 0.01
const BROAD_TEXTS_MAX = 1_600
const SAMPLED_JOBS = 1_600

/** Words, and phrases that people ask for, that most jobs say, the broadest first, as a sample of the jobs has them. */
export function* broadTexts(db: Database, jobIds: Float64Array): Generator<undefined, string[]> {
  const textOf = db.raw
    .prepare<[number], string>(
      `select j.title || ' ' || t.description_text from job j join job_text t on t.job_id = j.id where j.id = ?`,
    )
    .pluck()
  const phrases = phrasesByWord()
  yield
  const jobsWith = new Map<string, number>()
  const step = Math.max(1, jobIds.length / SAMPLED_JOBS)
  let sampled = 0
  for (let at = 0; at < jobIds.length; at += step) {
    const text = textOf.get(jobIds[Math.floor(at)] ?? 0)
    if (text === undefined) continue
    sampled += 1
    for (const said of textsIn(wordsOf(text).map(keyOf), phrases)) jobsWith.set(said, (jobsWith.get(said) ?? 0) + 1)
    yield
  }
  return [...jobsWith]
    .filter(([, count]) => count >= sampled * BROAD_SHARE)
    .sort((a, b) => b[1] - a[1])
    .slice(0, BROAD_TEXTS_MAX)
    .map(([said]) => said)
}

/** The index does not tell the cases of plain letters apart. Pure. */
export function keyOf(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

/** By their first words: the names of skills, and what people put in quotes. */
function phrasesByWord(): Phrases {
  const byWord = new Map<string, (readonly string[])[]>()
  const names = taxonomy.skills.flatMap(({ name, aliases = [] }: { name: string; aliases?: string[] }) => [
    name,
    ...aliases,
  ])
  for (const name of [...names, ...asked.phrases]) {
    const words = wordsOf(name).map(keyOf)
    const [first] = words
    if (first === undefined || words.length === 1) continue
    const others = byWord.get(first)
    if (others === undefined) byWord.set(first, [words])
    else others.push(words)
  }
  return byWord
}

/** Each once. */
function textsIn(words: readonly string[], phrases: Phrases): Set<string> {
  const texts = new Set(words)
  for (const [at, word] of words.entries()) {
    for (const phrase of phrases.get(word) ?? []) {
      if (phrase.every((part, index) => words[at + index] === part)) texts.add(phrase.join(' '))
    }
  }
  return texts
}
