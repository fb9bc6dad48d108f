import { factsOfRow } from '#main/domains/jobs/rows/enriched-row.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import type { JobFacts, Place } from '#shared/facts.ts'
import type { Labelled } from './rows.ts'
import { Confusion, figure, SetScore } from './score.ts'

const NOW = Date.UTC(2026, 10, 28)

export interface Read {
  readonly row: Labelled
  readonly facts: JobFacts
}

/** What a set says about one fact: lines to print, and the rows that were read otherwise. */
export interface Verdict {
  readonly lines: readonly string[]
  readonly misses: readonly string[]
}

export function readAll(rows: readonly Labelled[]): Read[] {
  return rows.map((row) => ({ row, facts: factsOfRow({ id: row.id, ...row.input }, NOW) }))
}

/** A fact with a few values: accuracy, macro-F1, and what each value was taken for. */
function classes(
  reads: readonly Read[],
  name: string,
  values: { truth: (row: Labelled['expect']) => string | null | undefined; given: (facts: JobFacts) => string | null },
): Verdict {
  const confusion = new Confusion()
  const misses: string[] = []
  for (const { row, facts } of reads) {
    const labelled = values.truth(row.expect)
    if (labelled === undefined) continue
    const [truth, given] = [labelled ?? 'none', values.given(facts) ?? 'none']
    confusion.add(truth, given)
    if (truth !== given) misses.push(`${row.id} ${name}: ${truth} read as ${given} (${row.language}, ${row.hard})`)
  }
  if (confusion.labels.length === 0) return { lines: [], misses }
  const summary = `  ${name}: accuracy ${figure(confusion.accuracy())}  macro-F1 ${figure(confusion.macroF1())}`
  return { lines: [summary, ...(confusion.labels.length > 15 ? [] : confusion.lines())], misses }
}

/** A fact that is right or wrong as a whole. */
function exact(
  reads: readonly Read[],
  name: string,
  compare: (read: Read) => { truth: string; given: string } | null,
): Verdict {
  const misses: string[] = []
  let all = 0
  for (const read of reads) {
    const pair = compare(read)
    if (pair === null) continue
    all += 1
    const { row } = read
    if (pair.truth !== pair.given) {
      misses.push(`${row.id} ${name}: ${pair.truth} read as ${pair.given} (${row.language}, ${row.hard})`)
    }
  }
  const lines = all === 0 ? [] : [`  ${name}: exact ${figure((all - misses.length) / all)} of ${all}`]
  return { lines, misses }
}

/** A city is the same with and without its accents: "Krakow" is what English writes, "Kraków" what some labels have. */
function named(places: readonly Pick<Place, 'city' | 'countryCode'>[]): string {
  return places.map(({ city, countryCode }) => `${city === null ? '–' : cityKey(city)}/${countryCode ?? '–'}`).join(' ')
}

function cityKey(city: string): string {
  return foldLetters(city).replace(/^frankfurt am main$/, 'frankfurt')
}

function salaryText(salary: Labelled['expect']['salary']): string {
  return salary ? `${salary.min ?? ''}–${salary.max ?? ''} ${salary.currency}/${salary.period}` : 'none'
}

function salaries(reads: readonly Read[]): Verdict {
  const verdict = exact(reads, 'salary', ({ row, facts }) =>
    row.expect.salary === undefined ? null : { truth: salaryText(row.expect.salary), given: salaryText(facts.salary) },
  )
  const silent = reads.filter(({ row }) => row.expect.salary === null)
  const invented = silent.filter(({ facts }) => facts.salary !== null).length
  const lines = silent.length === 0 ? [] : [`    invented where none is stated: ${invented} of ${silent.length}`]
  return { lines: [...verdict.lines, ...lines], misses: verdict.misses }
}

function evidence(reads: readonly Read[]): Verdict {
  return exact(reads, 'visa sentence is in the text', ({ row, facts }) => {
    const { evidence: quoted } = facts.visa
    if (quoted === null || row.expect.visa === undefined) return null
    const text = [row.input.title, row.input.description ?? ''].join('\n').replaceAll(/<[^>]*>|\s+/g, ' ')
    const isThere = squeezed(text).includes(squeezed(quoted))
    return { truth: 'there', given: isThere ? 'there' : `"${quoted}"` }
  })
}

function squeezed(text: string): string {
  return text.replaceAll(/&[a-z#0-9]+;|[^\p{L}\p{N}]+/gu, '').toLowerCase()
}

function skills(reads: readonly Read[]): Verdict {
  const score = new SetScore()
  const needs = { required: new SetScore(), preferred: new SetScore() }
  const misses: string[] = []
  let rows = 0
  for (const { row, facts } of reads) {
    const truth = row.expect.skills
    if (truth === undefined) continue
    rows += 1
    const given = facts.skills.map(({ name }) => name)
    score.add(truth, given)
    for (const need of ['required', 'preferred'] as const) {
      const labelled = row.expect[need]
      if (labelled === undefined) continue
      const said = facts.skills.filter((skill) => skill.need === need).map(({ name }) => name)
      needs[need].add(labelled, said)
    }
    const [extra, missing] = [without(given, truth), without(truth, given)]
    if (extra.length + missing.length > 0) {
      misses.push(`${row.id} skills: missed ${missing.join(', ') || '–'}; invented ${extra.join(', ') || '–'}`)
    }
  }
  if (rows === 0) return { lines: [], misses }
  const lines = [
    `  skills: ${score.line()}`,
    `    required: ${needs.required.line()}`,
    `    preferred: ${needs.preferred.line()}`,
  ]
  return { lines, misses }
}

function without(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((name) => name.toLowerCase()))
  return names.filter((name) => !known.has(name.toLowerCase()))
}

interface Asked {
  readonly code: string
  readonly level: string | null
  readonly need: string | null | undefined
}

/** The languages asked for, and once more with what is said of their need where that is labelled. */
function asks(reads: readonly Read[]): Verdict[] {
  const compare = (
    name: string,
    write: (ask: Asked) => string,
    isLabelled: (ask: { need?: string | undefined }) => boolean,
  ) =>
    exact(reads, name, ({ row, facts }) => {
      if (!row.expect.asks?.every(isLabelled)) return null
      const truth = row.expect.asks.map(({ language, level, need }) => ({ code: language, level, need }))
      const written = (list: readonly Asked[]) => list.map(write).toSorted().join(', ')
      return { truth: written(truth), given: written(facts.asksLanguages) }
    })
  const level = (ask: Asked) => `${ask.code} ${ask.level ?? '–'}`
  return [
    compare('languages asked for', level, () => true),
    compare(
      'languages asked for, with need',
      (ask) => `${level(ask)} ${ask.need ?? '–'}`,
      ({ need }) => need !== undefined,
    ),
  ]
}

/** Every fact that the rows are labelled for. */
export function judge(reads: readonly Read[]): Verdict[] {
  const first = (facts: JobFacts) => facts.places[0]
  return [
    classes(reads, 'visa', { truth: ({ visa }) => visa, given: ({ visa }) => visa.status }),
    evidence(reads),
    classes(reads, 'workplace', { truth: ({ workplace }) => workplace, given: ({ workplace }) => workplace }),
    classes(reads, 'remote scope', {
      truth: ({ remoteScope }) => (remoteScope === null ? null : remoteScope?.toLowerCase()),
      given: ({ remoteScope }) => remoteScope,
    }),
    exact(reads, 'office days', ({ row, facts }) =>
      row.expect.officeDays === undefined
        ? null
        : { truth: String(row.expect.officeDays), given: String(facts.officeDays) },
    ),
    salaries(reads),
    exact(reads, 'first place', ({ row, facts }) => {
      const { location } = row.expect
      if (location === undefined) return null
      const given = first(facts)
      return { truth: named(location === null ? [] : [location]), given: named(given === undefined ? [] : [given]) }
    }),
    exact(reads, 'country', ({ row, facts }) =>
      row.expect.location === undefined
        ? null
        : { truth: row.expect.location?.countryCode ?? '–', given: first(facts)?.countryCode ?? '–' },
    ),
    exact(reads, 'all places', ({ row, facts }) =>
      row.expect.places === undefined ? null : { truth: named(row.expect.places), given: named(facts.places) },
    ),
    classes(reads, 'seniority', { truth: ({ seniority }) => seniority, given: ({ seniority }) => seniority }),
    classes(reads, 'role family', { truth: ({ roleFamily }) => roleFamily, given: ({ roleFamily }) => roleFamily }),
    classes(reads, 'employment type', {
      truth: ({ employmentType }) => employmentType,
      given: ({ employmentType }) => employmentType,
    }),
    skills(reads),
    exact(reads, 'language', ({ row, facts }) =>
      row.expect.language === undefined ? null : { truth: row.expect.language, given: facts.language ?? '–' },
    ),
    ...asks(reads),
  ]
}
