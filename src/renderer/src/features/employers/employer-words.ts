import type { BoardKind, Employer } from '#shared/employers.ts'
import type { Tone } from '../../ui/tone-badge.tsx'

export const KIND_NAMES: Readonly<Record<BoardKind, string>> = {
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  smartrecruiters: 'SmartRecruiters',
  personio: 'Personio',
  recruitee: 'Recruitee',
  workable: 'Workable',
  teamtailor: 'Teamtailor',
}

export const STATE_WORDS: Readonly<Record<Employer['state'], { readonly word: string; readonly tone: Tone } | null>> = {
  unread: null,
  ok: null,
  empty: { word: 'No openings', tone: 'plain' },
  gone: { word: 'Board is gone', tone: 'bad' },
  moved: { word: 'Has moved', tone: 'warn' },
  failing: { word: 'Failing', tone: 'warn' },
}

export const EMPLOYER_VIEWS = ['all', 'on', 'own', 'trouble'] as const
export type EmployerView = (typeof EMPLOYER_VIEWS)[number]

const TROUBLE: ReadonlySet<Employer['state']> = new Set(['gone', 'moved', 'failing'])

export function isInTrouble(employer: Pick<Employer, 'state'>): boolean {
  return TROUBLE.has(employer.state)
}

/** The employers that are looked for, by name, board or country, in the order of their names. Pure. */
export function employersShown(
  employers: readonly Employer[],
  wish: { view: EmployerView; text: string; countryName: (code: string) => string },
): readonly Employer[] {
  const words = wish.text.toLowerCase().split(/\s+/).filter(Boolean)
  return employers
    .filter((employer) => {
      const country = employer.countryCode === null ? '' : wish.countryName(employer.countryCode)
      const said = `${employer.name} ${employer.slug} ${KIND_NAMES[employer.kind]} ${country}`.toLowerCase()
      const isWished = {
        all: true,
        on: employer.isOn,
        own: employer.origin === 'user',
        trouble: employer.isOn && isInTrouble(employer),
      }[wish.view]
      return isWished && words.every((word) => said.includes(word))
    })
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en', { sensitivity: 'base' }))
}
