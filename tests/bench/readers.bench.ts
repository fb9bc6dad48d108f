import { readClosingDate } from '#main/domains/jobs/enrich/closing/closing-date.ts'
import { readEmploymentType } from '#main/domains/jobs/enrich/employment/employment-type.ts'
import { readFacts } from '#main/domains/jobs/enrich/enrich.ts'
import { readLanguage } from '#main/domains/jobs/enrich/language.ts'
import { readAskedLanguages } from '#main/domains/jobs/enrich/languages/asked-languages.ts'
import { readPostingPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { readSalary } from '#main/domains/jobs/enrich/salary/salary.ts'
import { readSkills } from '#main/domains/jobs/enrich/skills/skills.ts'
import { readRoleFamily } from '#main/domains/jobs/enrich/title/role-family.ts'
import { readSeniority } from '#main/domains/jobs/enrich/title/seniority.ts'
import { readVisa } from '#main/domains/jobs/enrich/visa/visa.ts'
import { wakeReaders } from '#main/domains/jobs/enrich/wake-readers.ts'
import { readWorkplace } from '#main/domains/jobs/enrich/workplace/workplace.ts'
import { normalise } from '#main/domains/jobs/pipeline/normalise.ts'
import type { NormalisedPosting } from '#main/domains/jobs/posting.ts'
import type { Corpus } from './corpus.ts'
import { percentile } from './figures.ts'

const POSTINGS = 2000
const LENGTH = 50_000
const TITLE = 'Senior Data Engineer (m/f/d)'
const ROUNDS = 3

type Reader = (descriptionText: string) => unknown

const READERS: Readonly<Record<string, Reader>> = {
  language: readLanguage,
  places: (descriptionText) =>
    readPostingPlaces({ title: TITLE, descriptionText, company: 'Acme', locations: ['Berlin'], countryCode: 'DE' }),
  workplace: (descriptionText) => readWorkplace({ title: TITLE, descriptionText, stated: null, locations: ['Berlin'] }),
  seniority: (descriptionText) => readSeniority({ title: 'Engineer', descriptionText }),
  'role family': (descriptionText) => readRoleFamily({ title: 'Engineer', descriptionText }),
  'closing date': (descriptionText) => readClosingDate({ descriptionText, from: 0, countryCode: 'DE' }),
  'employment type': (descriptionText) => readEmploymentType({ title: TITLE, descriptionText, stated: null }),
  visa: (descriptionText) => readVisa({ title: TITLE, descriptionText }),
  salary: (descriptionText) =>
    readSalary({ title: TITLE, descriptionText, statedSalary: null, salaryText: null, countryCode: 'DE' }),
  skills: (descriptionText) => readSkills({ title: TITLE, descriptionText, company: 'Acme', language: 'en' }),
  'languages asked': (descriptionText) => readAskedLanguages({ title: TITLE, descriptionText }),
}

/** Pieces that a text of 50 kB is made of: what each reader looks for, over and over, and what expressions stumble over. */
const PIECES = [
  'a',
  ' ',
  '\n',
  '.',
  ',',
  '(',
  '1',
  '1.',
  '1 000 ',
  '€',
  '€1.000-2.000 ',
  '60k-70k EUR ',
  'salary 60.000 € per year, ',
  '13. Gehalt 5.500,00 EUR brutto im Monat und ',
  'up to ',
  'bis zu 80k ',
  '- ',
  '• ',
  '| ',
  ': ',
  'ß',
  'é',
  '\u0301',
  '😀',
  'Ω',
  'ж',
  'visa ',
  'visa\n',
  'visa, ',
  'no visa sponsorship ',
  'we sponsor a visa if ',
  'nicht ohne Visum ',
  'work permit or EU passport ',
  'remote ',
  'no office ',
  'two days a week in the office or ',
  'three days ',
  'Berlin or remote ',
  'hybrid/',
  'Home-Office-Tage ',
  'Berlin, ',
  'München / Paris, TX; ',
  'Remote - EMEA ',
  'senior ',
  'lead ',
  'I II III ',
  'manager of managers ',
  'head of ',
  'Python ',
  'Python, ',
  'C++ C# .NET F# R Go C ',
  'go to market with Go and R&D ',
  'no Python but ',
  'Requirements:\nPython\n',
  'nice to have ',
  '5 years of Java or ',
  'German C1 and English B2 or ',
  'fluent ',
  'Deutsch, Englisch, ',
  'apply by 1 March 2027 ',
  '01.02.',
  'full-time or part-time ',
  'befristet ',
  'internship ',
  'Sie ',
  'nous ',
  'een ',
  'czy ',
  'e.g. i.e. z.B. ',
  'we ',
  'not ',
  'und ',
  'a-',
  'aa bb ',
  'x\ny\n',
] as const

/** How fast postings of the corpus are read, and the longest that each reader takes for 50 kB of text made to be slow. The readers are
 *  awake. Prints figures; judges nothing. */
export async function runReadersBench({
  corpus,
  print,
}: {
  corpus: Corpus
  print: (line: string) => void
}): Promise<void> {
  await wakeReaders()
  const postings = await normalised(corpus)
  for (const posting of postings) readFacts(posting)
  const times = postings.map((posting) => msOf(() => readFacts(posting)))
  const total = times.reduce((sum, ms) => sum + ms, 0)
  print(
    `readers: ${Math.round((postings.length * 1000) / total)} postings/s, one in p50 ${percentile(times, 50).toFixed(2)} / p95 ${percentile(times, 95).toFixed(2)} ms`,
  )
  for (const [name, read] of Object.entries(READERS)) {
    const usual = postings.map(({ descriptionText }) => msOf(() => read(descriptionText)))
    const slow = PIECES.map((piece) => ({ piece, ms: leastMsOf(read, piece) })).toSorted((a, b) => b.ms - a.ms)
    const [worst, second] = slow
    print(
      `  ${name.padEnd(16)} p50 ${percentile(usual, 50).toFixed(3)} / p95 ${percentile(usual, 95).toFixed(3)} ms; ` +
        `50 kB at most ${told(worst)}, then ${told(second)}`,
    )
  }
}

function told(slow: { piece: string; ms: number } | undefined): string {
  return slow === undefined ? '' : `${slow.ms.toFixed(1)} ms of ${JSON.stringify(slow.piece)}`
}

/** The least of some rounds: what else the machine does is not the reader's. */
function leastMsOf(read: Reader, piece: string): number {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)
  return Math.min(...Array.from({ length: ROUNDS }, () => msOf(() => read(text))))
}

function msOf(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

async function normalised(corpus: Corpus): Promise<NormalisedPosting[]> {
  const postings: NormalisedPosting[] = []
  for await (const { sourceId, raw } of corpus.postings()) {
    const read = normalise(raw, { sourceId, now: Date.now() })
    if (read.ok) postings.push(read.posting)
    if (postings.length === POSTINGS) break
  }
  return postings
}
