import type { BoardKind, BoardRef } from '#shared/employers.ts'

export const BOARD_NAMES: Readonly<Record<BoardKind, string>> = {
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  smartrecruiters: 'SmartRecruiters',
  personio: 'Personio',
  recruitee: 'Recruitee',
  workable: 'Workable',
  teamtailor: 'Teamtailor',
}

const PAGES: Readonly<Record<BoardKind, (name: string, variant: BoardRef['variant']) => string>> = {
  greenhouse: (name) => `https://job-boards.greenhouse.io/${name}`,
  lever: (name, variant) => `https://jobs${variant === 'eu' ? '.eu' : ''}.lever.co/${name}`,
  ashby: (name) => `https://jobs.ashbyhq.com/${name}`,
  smartrecruiters: (name) => `https://careers.smartrecruiters.com/${name}`,
  personio: (name, variant) => `https://${name}.jobs.personio.${variant === 'com' ? 'com' : 'de'}/`,
  recruitee: (name) => `https://${name}.recruitee.com/`,
  workable: (name) => `https://apply.workable.com/${name}/`,
  teamtailor: (name) => `https://${name}.teamtailor.com/jobs`,
}

/** The board's page for people. Pure. */
export function boardPage({ kind, slug, variant }: BoardRef): string {
  return PAGES[kind](encodeURIComponent(slug), variant)
}

/** A board in words: 'the Lever board "acme"'. Pure. */
export function boardInWords({ kind, slug }: Pick<BoardRef, 'kind' | 'slug'>): string {
  return `the ${BOARD_NAMES[kind]} board "${slug}"`
}

/** The same for two spellings of one board's name: the systems do not tell capitals apart. Pure. */
export function boardKey({ kind, slug }: Pick<BoardRef, 'kind' | 'slug'>): string {
  return `${kind}/${slug.toLowerCase()}`
}
