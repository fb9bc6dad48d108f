import { describe, expect, it } from 'vitest'
import { findingsWith } from './one-fact.fixture.ts'

function numbersIn(fact: string, sentence: string): string[] {
  return findingsWith(fact, sentence).flatMap(({ kind, words }) => (kind === 'number' ? [words] : []))
}

const HANDOVER = 'A handover took 18 minutes rather than 30.'
const RECALL = 'Recall rose from 0.88 to 0.96.'
const ERRORS = 'Brought the error rate from 7 % to 2 %.'
const SHRUNK = 'The model shrank from 86 to 22 million parameters.'
const JOB = 'Halved the run time of the nightly job (6 hours to 3).'
const MENTORED = 'Mentored 3 junior scientists and 2 interns.'
const GROUPS = 'Taught two groups of 25 students each.'

describe('what is worked out from the numbers of a fact', () => {
  it.each([
    [HANDOVER, 'Shortened each handover by 12 minutes.'],
    [HANDOVER, 'Each handover is 12 minutes shorter.'],
    [HANDOVER, 'Cut handovers by 40 %.'],
    [JOB, 'Saved three hours a night.'],
    [JOB, 'Cut the run time by 50 %.'],
    [JOB, 'The job that took six hours was done in three.'],
    [ERRORS, 'Lowered the error rate by five percentage points.'],
    [ERRORS, 'The error rate fell by 5 points.'],
    [RECALL, 'Raised recall by eight percentage points to 96 %.'],
    [SHRUNK, 'Shrank the model from 86M to 22M parameters.'],
    [SHRUNK, 'Only about a quarter of the parameters was left.'],
    [SHRUNK, 'A reduction of almost three quarters.'],
    ['Vorfälle von 11 auf 2 im Quartal gesenkt.', 'Neun Vorfälle pro Quartal weniger.'],
    ['The monthly cost fell by €42,000.', 'Saved half a million euros a year.'],
    ['Lookups take 12 ms at p95.', 'Lookups take 12 ms at the 95th percentile.'],
    ['Answers 3,500 calls; mentor every other Saturday.', 'Mentor every two weeks.'],
    ['Classes for girls aged 12 to 16.', 'Classes for girls between 12 and 16 years.'],
    ['Kept downtime under control, never longer than 5 minutes.', 'No downtime of more than five minutes.'],
    ['78 % of the letters are routed by it.', 'Nearly four out of five letters are routed by it.'],
    ['78 % der Briefe werden zugestellt.', 'Gut drei Viertel der Briefe werden zugestellt.'],
    ['2,300 downloads in the first winter.', 'Downloaded more than two thousand times.'],
  ])('%s → %s', (fact, sentence) => {
    expect(numbersIn(fact, sentence)).toEqual([])
  })

  it.each([
    [HANDOVER, 'Shortened each handover by 18 minutes.'],
    [HANDOVER, 'Shortened each handover by 48 minutes.'],
    [HANDOVER, 'A handover takes 12 minutes.'],
    [JOB, 'The job runs six hours faster.'],
    [JOB, 'Made the job four times as fast.'],
    [ERRORS, 'Lowered the error rate by seven percentage points.'],
    [ERRORS, 'Raised the error rate by five percentage points.'],
    [RECALL, 'Raised recall by nine percentage points.'],
    [SHRUNK, 'Shrank the model from 22M to 8M parameters.'],
    ['The monthly cost fell by €42,000.', 'Saved €42,000 a year.'],
    ['The monthly cost fell by €42,000.', 'The yearly cost fell by €42,000.'],
    ['2,300 downloads in the first winter.', 'Downloaded more than four thousand times.'],
  ])('%s ↛ %s', (fact, sentence) => {
    expect(numbersIn(fact, sentence)).not.toEqual([])
  })
})

describe('what is counted together', () => {
  it.each([
    [MENTORED, 'Mentored five people.'],
    ['Mentored two junior engineers and an apprentice.', 'Looked after three people at the start of their careers.'],
    [GROUPS, 'Taught 50 students.'],
    ['Team of 4; snow depth from pictures in 36 hours.', 'With three others I spent 36 hours on snow depth.'],
    ['Developed in a team of three.', 'Developed with two friends.'],
    ['Im Dreierteam entwickelt.', 'In einem dreiköpfigen Team entwickelt.'],
    ['Together with one colleague moved all pipelines.', 'Moved all pipelines as a team of two.'],
    ['Dashboards for the customers Fenwick Stores and Harlow Foods.', 'Dashboards for two customers.'],
    ['Lead engineers in Rotterdam and Antwerp.', 'Lead engineers in two cities, Rotterdam and Antwerp.'],
    ['Wrote tests.', 'I speak three languages.'],
  ])('%s → %s', (fact, sentence) => {
    expect(numbersIn(fact, sentence)).toEqual([])
  })

  it.each([
    [MENTORED, 'Mentored five interns.'],
    [MENTORED, 'Mentored six people.'],
    [GROUPS, 'Taught 75 students.'],
    [GROUPS, 'Taught 25 students in total.'],
    ['Team of 4; snow depth from pictures.', 'With four others I measured snow depth.'],
    ['Dashboards for the customers Fenwick Stores and Harlow Foods.', 'Dashboards for three customers.'],
    ['Dashboards for 15 customers, among them Fenwick Stores and Harlow Foods.', 'Dashboards for two customers.'],
    ['Wrote tests.', 'I speak five languages.'],
  ])('%s ↛ %s', (fact, sentence) => {
    expect(numbersIn(fact, sentence)).not.toEqual([])
  })
})

describe('lengths of time', () => {
  it.each([
    'Two years and eight months at Fjellheim Data.',
    'Two and a half years at Fjellheim Data.',
    'Python (6 years), tests.',
    'Six years of Python.',
    'SQL for nine years, Python for six.',
    'Run the reviews for six years.',
  ])('%s', (sentence) => {
    expect(numbersIn('Run the reviews since 2020.', sentence)).toEqual([])
  })

  it.each(['Four years and two months at Fjellheim Data.', 'Python (9 years), tests.', 'Nine years of Python.'])(
    'not %s',
    (sentence) => {
      expect(numbersIn('Run the reviews since 2020.', sentence)).not.toEqual([])
    },
  )
})
